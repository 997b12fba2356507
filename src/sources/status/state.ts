/** What an app's own status page says, in one small model for all kinds of pages. */
import { plainText } from '../plain-text';

/** From best to worst. A page we do not understand is worse than a fine one, and any known trouble is worse than that. */
export const APP_STATES = ['fine', 'unknown', 'maintenance', 'trouble', 'down'] as const;
export type AppStateName = (typeof APP_STATES)[number];

export interface AppState {
  state: AppStateName;
  /** Name of what is open on the page, as plain text; it may be named although the page calls itself fine. */
  incident: string | null;
  /** When that began, in epoch ms. */
  since: number | null;
}

/** Nothing could be understood. */
export const UNKNOWN: AppState = { state: 'unknown', incident: null, since: null };

/** Turns a page's body into the model. `now` is by the answer's own clock where it has one. Never throws. */
export type ReadStatus = (text: string, now: number, product: string) => AppState;

/** Longest name of an incident that is kept, in characters. */
const NAME_LENGTH = 120;

/** Somebody else's words for an incident, or `null` when there are none. */
export function nameOf(value: unknown): string | null {
  return (typeof value === 'string' && plainText(value, NAME_LENGTH)) || null;
}

/** The worst of the states; `fine` of none. */
export function worstOf(states: readonly AppStateName[]): AppStateName {
  return APP_STATES[Math.max(0, ...states.map((state) => APP_STATES.indexOf(state)))] as AppStateName;
}

/** The state behind a word or number. Only words we know count, the healthy ones above all. */
export function stateBehind(word: unknown, words: Readonly<Record<string, AppStateName>>): AppStateName {
  const key = typeof word === 'string' || typeof word === 'number' ? String(word).trim().toLowerCase() : '';
  return Object.hasOwn(words, key) ? (words[key] as AppStateName) : 'unknown';
}

/** One thing that is open on a page. */
export interface Open {
  state: AppStateName;
  name: string | null;
  since: number | null;
}

/** The page as a whole: its worst word, and the name and beginning of the worst thing that is open. */
export function summed(words: readonly AppStateName[], open: readonly Open[]): AppState {
  const rank = ({ state }: Open) => APP_STATES.indexOf(state);
  const [first] = open.toSorted((a, b) => rank(b) - rank(a));
  return {
    state: worstOf([...words, ...open.map(({ state }) => state)]),
    incident: first?.name ?? null,
    since: first?.since ?? null,
  };
}
