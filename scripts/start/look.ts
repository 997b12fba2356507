import type { Page } from 'puppeteer-core';
import type { Symptom } from '../../src/core/evidence.ts';
import type { Seen } from '../../tests/lab/replays/index.ts';

/** What the toolbar button, the popup and the extension's own notes say. */
export type Inside = Pick<Seen, 'popup' | 'badge'> & {
  /** The trouble of each tab, as the extension noted it. */
  troubles: { symptom: Symptom; phase: 'suspect' | 'notice' }[];
};

/** What is to be seen in the WhatsApp tab. */
export interface Outside {
  banner: Seen['banner'];
  visible: boolean;
  shows: 'chats' | 'lost' | 'loading' | 'dialog' | 'none';
  /** The words of the page's own warning or dialog. */
  words: string;
}

/** A tab that does not answer within this time, in ms, is about to go somewhere else. */
const PATIENCE_MS = 3_000;

/** Reads the popup's page; null while it cannot be read. */
export function lookInside(popup: Page): Promise<Inside | null> {
  return soon(popup.evaluate(readPopup));
}

/** Reads the WhatsApp tab; null while it cannot be read. */
export function lookOutside(page: Page): Promise<Outside | null> {
  return soon(page.evaluate(readPage));
}

async function soon<T>(asked: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE_MS);
  });
  try {
    return await Promise.race([asked.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Api {
  action: Record<'getBadgeText' | 'getTitle', (details: object) => Promise<string>>;
  storage: { session: { get(key: string): Promise<{ situation?: Stored }> } };
}
interface Stored {
  incident: { tabs: Record<string, { symptom: Symptom | null; phase: 'suspect' | 'notice' }> } | null;
}

/** Runs in the popup. */
async function readPopup(): Promise<Inside | null> {
  const main = document.querySelector('main');
  const headline = main?.querySelector('h1')?.textContent.trim();
  // Not painted yet.
  if (!main || !headline) return null;
  const scope = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = scope.browser?.action ? scope.browser : scope.chrome;
  const { situation } = await api.storage.session.get('situation');
  const tabs = Object.values(situation?.incident?.tabs ?? {});
  const { verdict = '', confidence = '', cause = '', state = '' } = main.dataset;
  return {
    popup: { verdict, confidence, cause, state, headline },
    badge: { text: await api.action.getBadgeText({}), title: await api.action.getTitle({}) },
    troubles: tabs.flatMap(({ symptom, phase }) => (symptom === null ? [] : [{ symptom, phase }])),
  };
}

/** Runs in the WhatsApp tab. The banner's own words are out of reach, by design: its shadow root is closed. */
function readPage(): Outside {
  const {
    verdict = '',
    confidence = '',
    cause = '',
  } = document.querySelector<HTMLElement>('not-just-me-banner')?.dataset ?? {};
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const warning = document.querySelector('[data-testid="chat-butterbar"] .warning span:not([aria-hidden])');
  const dialog = document.querySelector('[role="dialog"] h1');
  const shows = has('#pane-side')
    ? warning
      ? 'lost'
      : 'chats'
    : dialog
      ? 'dialog'
      : has('progress')
        ? 'loading'
        : 'none';
  return {
    banner: verdict === '' ? null : { verdict, confidence, cause },
    visible: document.visibilityState === 'visible',
    shows,
    words: (warning ?? dialog)?.textContent?.trim() ?? '',
  };
}
