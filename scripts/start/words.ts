import type { Symptom } from '../../src/core/evidence.ts';
import type { Outside } from './look.ts';
import type { Start } from './main.ts';

/** What the extension noticed, in plain words. */
export const SYMPTOMS: Readonly<Record<Symptom, string>> = {
  'document-failed': 'the page cannot be loaded',
  'document-unanswered': 'the page was asked for and nothing comes back',
  'document-redirected': 'another site answers in the page’s place',
  'server-error': 'WhatsApp’s server answers with an error',
  'app-not-starting': 'the page opened and does not start',
  'loading-frozen': 'loading no longer moves',
  'cannot-connect': 'the page cannot connect',
  'service-unavailable': 'WhatsApp itself shows "service unavailable"',
  'connection-lost': 'the page lost its connection and does not get it back',
  'sends-stuck': 'messages do not leave although the page is connected',
  'sends-failing': 'messages fail although the page is connected',
  'page-crashed': 'the page says that something went wrong and offers to reload',
  'network-block': 'WhatsApp itself says that this network keeps it out',
  'page-unknown': 'a page without any mark we know',
  'asked-by-hand': 'nothing; the person asked',
};

export const PHASES: Readonly<Record<'suspect' | 'notice', string>> = {
  suspect: 'a suspicion: it asks, and shows nothing yet',
  notice: 'sure enough to be shown',
};

/** What the person sees in the WhatsApp tab. */
export const PAGE_SHOWS: Readonly<Record<Outside['shows'], string>> = {
  chats: 'chats',
  lost: 'chats, and WhatsApp’s own warning',
  loading: 'loading',
  dialog: 'WhatsApp’s own message',
  none: 'no WhatsApp at all, but the browser’s error page',
};

/** The first line of what went wrong. */
export function lineOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0] ?? text;
}

/** Why there is no browser, and what to do. */
export function didNotStart({ kind, visible }: Pick<Start, 'kind' | 'visible'>, error: unknown): string {
  const variable = kind === 'chrome' ? 'CHROME_PATH' : 'FIREFOX_PATH';
  const remedy = visible ? ', and CI=1 does without a window' : '';
  const why = lineOf(error).replace(/[.\s]+$/, '');
  return `The browser did not start (${why}). ${variable} may name another one${remedy}.`;
}
