/** Verdict → which phrase says it. The phrase names are parts of message keys: `headline_…`, `explain_…`. */
import type { Verdict } from '../core/verdict';
import type { MessageKey } from './words';

type Said = Pick<Verdict, 'verdict' | 'cause' | 'confidence' | 'rule'>;

/** The phrase for the cause, without how sure it is. */
export function phraseOf({ verdict, cause, rule }: Said): string {
  switch (verdict) {
    case 'working':
      return rule === 'answers-again' ? 'answers_again' : 'working';
    case 'local':
      return `local_${cause || 'unknown'}`;
    case 'global':
      return (cause || 'whatsapp-only').replace('-', '_');
    case 'captive-portal':
      return 'portal';
    case 'unsure':
      return rule === 'here-or-web' ? 'here_or_web' : 'unsure';
    default:
      return verdict;
  }
}

/** The headline: never more certain than the evidence. */
export function headlineKey(said: Said): MessageKey {
  const sure = said.verdict === 'global' ? `_${said.confidence || 'possible'}` : '';
  return `headline_${phraseOf(said)}${sure}` as MessageKey;
}

/** One sentence that explains it. */
export function explainKey(said: Said): MessageKey {
  return `explain_${phraseOf(said)}` as MessageKey;
}

/** What the person can do, the likeliest help first. Apps to use meanwhile are listed apart. */
export function stepKeys({ verdict, cause, rule }: Said): MessageKey[] {
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
      return cause === 'web-only' ? ['step_use_phone', 'step_wait'] : ['step_wait'];
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
};
