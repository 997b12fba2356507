/** Verdict → what the person can do about it. */
import type { Said } from './phrases';
import type { MessageKey } from './words';

/**
 * What the person can do, the likeliest help first. Apps to use meanwhile are listed apart. `opened` is false where the
 * page itself could not be had: nothing waits in it then.
 */
export function stepKeys({ verdict, cause, rule }: Said, opened = true): MessageKey[] {
  switch (verdict) {
    case 'working':
      return rule === 'answers-again' ? ['step_reload'] : [];
    case 'offline':
      return ['step_check_connection'];
    case 'captive-portal':
      return ['step_sign_in'];
    case 'local':
      return LOCAL_STEPS[cause] ?? ['step_other_network', 'step_restart_browser'];
    case 'regional':
      return ['step_other_network'];
    case 'global':
      if (cause === 'web-only') return ['step_use_phone', 'step_wait'];
      return [opened ? 'step_wait' : 'step_reload_later'];
    case 'unsure':
      return rule === 'here-or-web'
        ? ['step_use_phone', 'step_reload', 'step_other_browser', 'step_site_data']
        : ['step_reload', 'step_answer_phone'];
  }
}

const LOCAL_STEPS: Readonly<Record<string, MessageKey[]>> = {
  dns: ['step_other_network', 'step_dns'],
  blocked: ['step_addons', 'step_administrator'],
  tls: ['step_antivirus', 'step_other_network'],
  proxy: ['step_proxy', 'step_administrator'],
  firewall: ['step_other_network', 'step_vpn', 'step_administrator'],
  browser: ['step_other_browser', 'step_restart_browser', 'step_site_data'],
  session: ['step_use_phone', 'step_reload', 'step_site_data'],
};
