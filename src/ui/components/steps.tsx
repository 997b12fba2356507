/** What the person can do, the likeliest help first; where we can do it for them, a button does. */
import type { ComponentChild } from 'preact';
import { type MessageKey, word } from '../../i18n/words';
import { browser } from '../../platform/browser';

const WHATSAPP = 'https://web.whatsapp.com/';

/** The tab in front when it is WhatsApp's, else the first that is; nothing from the cache. */
async function reloadWhatsApp(): Promise<void> {
  const tabs = await browser.tabs.query({ url: `${WHATSAPP}*` });
  const { id } = tabs.find((tab) => tab.active) ?? tabs[0] ?? {};
  if (id !== undefined) await browser.tabs.reload(id, { bypassCache: true });
  else await browser.tabs.create({ url: WHATSAPP });
}

const HELP: { readonly [K in MessageKey]?: () => ComponentChild } = {
  step_reload: () => (
    <button type="button" data-action="reload" onClick={() => void reloadWhatsApp().catch(() => undefined)}>
      {word('action_reload')}
    </button>
  ),
  // A network that wants a sign-in answers in WhatsApp's place, or the browser offers its own way to sign in there: no
  // other address is needed, and no page of anybody else's is touched.
  step_sign_in: () => (
    <a class="button" data-action="sign-in" href={WHATSAPP} target="_blank" rel="noopener noreferrer">
      {word('action_sign_in')}
    </a>
  ),
};

/** `coming`: before there is an answer, room for what will be said; what stands below stays nearly where it is. */
export function Steps({ steps, coming = false }: { steps: readonly MessageKey[]; coming?: boolean }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{word('popup_steps')}</h2>
      <ol class={coming ? 'steps coming' : 'steps'} aria-hidden={coming}>
        {steps.map((step) => (
          <li key={step}>
            {!coming && word(step)}
            {!coming && HELP[step]?.()}
          </li>
        ))}
      </ol>
    </section>
  );
}
