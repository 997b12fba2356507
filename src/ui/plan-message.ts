/** A short message for others: that WhatsApp fails, no more certain than the verdict, and how to reach the person. */
import type { App } from '../catalogue/apps';
import { linkTo } from '../catalogue/contacts';
import type { Situation } from '../core/situation';
import type { Verdict } from '../core/verdict';
import { clock } from '../i18n/numbers';
import { type MessageKey, word } from '../i18n/words';

/** `name` is what the app is called here; `contact` the person's own address in it, as `readContact` gave it. */
export function planMessage(
  { verdict, incident }: Situation,
  app: App,
  name: string,
  contact: string,
  now: number,
): string {
  const link = linkTo(app, contact);
  // Other links open nothing where the message is read.
  const address = link?.startsWith('https:') ? `${contact} ${link}` : contact;
  return word(keyOf(verdict), clock(incident?.beganAt ?? now), name, address);
}

function keyOf({ verdict, cause, confidence }: Verdict): MessageKey {
  if (verdict !== 'global') return 'plan_message_here';
  if (cause === 'web-only') return 'plan_message_web';
  if (cause === 'messages-only') return 'plan_message_messages';
  return `plan_message_${confidence || 'possible'}`;
}
