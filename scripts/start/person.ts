import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/lab/browsers/index.ts';
import type { PersonDoes } from '../../tests/lab/replays/index.ts';

/** Does what the person does, without taking the WhatsApp tab out of sight. */
export async function act(what: PersonDoes, session: Session, page: Page, popup: Page): Promise<void> {
  switch (what) {
    case 'looks':
      return;
    case 'reloads':
      return session.gotoWhatsApp(page);
    case 'opens-popup':
      // The popup is a tab behind WhatsApp's all the time: loading it anew is what opening it does.
      await popup.evaluate(() => location.reload()).catch(() => undefined);
      return popupIsThere(popup);
    default:
      return press(PRESSES[what], popup);
  }
}

/** What is pressed in the popup, by its `data-action`. */
const PRESSES = {
  'checks-again': 'check-again',
  'asks-the-world': 'ask-the-world',
  'phone-works': 'phone-works',
  'phone-fails': 'phone-fails',
} as const;

/** Not by the mouse: a tab behind another takes none. */
function press(action: string, popup: Page): Promise<void> {
  return popup.evaluate((name) => {
    document.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click();
  }, action);
}

/** Polled from here: in a tab behind another neither timers nor frames can be relied on. */
async function popupIsThere(popup: Page): Promise<void> {
  const isThere = () => document.readyState === 'complete' && document.querySelector('main h1') !== null;
  while (!popup.isClosed() && !(await popup.evaluate(isThere).catch(() => false)))
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Whatever is asked now may take this long to answer, in ms. */
const ANSWERS_MS = 15_000;

/** Resolves when the popup waits for nobody any more. */
export async function settled(popup: Page): Promise<void> {
  const latest = Date.now() + ANSWERS_MS;
  const isChecking = () => document.querySelector<HTMLElement>('main')?.dataset.state === 'checking';
  while (Date.now() < latest && (await popup.evaluate(isChecking).catch(() => false)))
    await new Promise((resolve) => setTimeout(resolve, 100));
}
