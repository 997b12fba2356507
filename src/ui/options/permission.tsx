/** Permissions that are asked for here, each by a button of its own, and taken back by the same (docs/permissions.md). */
import type { Permissions } from 'webextension-polyfill';
import { word } from '../../i18n/words';
import { browser } from '../../platform/browser';

export const PERMISSIONS = {
  /** OONI lets no web page read it: one origin. */
  ooni: { origins: ['https://api.ooni.io/*'] },
  notifications: { permissions: ['notifications' as const] },
} satisfies Record<string, Permissions.Permissions>;

/** Which of them are given now. */
export type Granted = Record<keyof typeof PERMISSIONS, boolean>;

export async function readGranted(): Promise<Granted> {
  const isGranted = (name: keyof Granted) =>
    browser.permissions.contains(PERMISSIONS[name]).catch(() => false);
  const [ooni, notifications] = await Promise.all([isGranted('ooni'), isGranted('notifications')]);
  return { ooni, notifications };
}

interface PermissionProps {
  name: keyof Granted;
  granted: Granted;
  /** What it is for. */
  text: string;
  /** On the button that asks for it. */
  allow: string;
}

export function Permission({ name, granted, text, allow }: PermissionProps) {
  // In the click itself, before anything is waited for: only then does the browser ask.
  const press = () => {
    const how = granted[name] ? 'remove' : 'request';
    void browser.permissions[how](PERMISSIONS[name]).catch(() => false);
  };
  return (
    <div class="field">
      <p>{text}</p>
      <button type="button" data-action={`${granted[name] ? 'forbid' : 'allow'}-${name}`} onClick={press}>
        {granted[name] ? word('options_permission_back') : allow}
      </button>
    </div>
  );
}
