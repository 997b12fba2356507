import type { WorldPatch } from '../change-world.ts';

/** What the person at the computer does. `looks` is for the terminal alone. */
export type PersonDoes =
  | 'looks'
  | 'reloads'
  | 'opens-popup'
  | 'checks-again'
  | 'asks-the-world'
  | 'phone-works'
  | 'phone-fails';

/** One moment of the day: what becomes of the world, or what the person does. */
export interface Step {
  /** The time in the world's day, `HH:MM` in UTC. */
  at: string;
  /** Real seconds since the replay began: the world's clock runs fast, the extension's never does. */
  inSeconds: number;
  /** Taken earlier, as soon as this is seen: the world's clock then jumps ahead. */
  soonerWhen?(seen: Seen): boolean;
  /** One plain line for the terminal. */
  says: string;
  world?: WorldPatch;
  /** Meta's status page dates its report to this time of the world's day, `HH:MM` in UTC. */
  metaSince?: string;
  person?: PersonDoes;
  /** Keep pictures of page and popup under this name. */
  picture?: string;
}

/** What is shown at one moment, as the narrator reads it. */
export interface Seen {
  popup: { verdict: string; confidence: string; cause: string; state: string; headline: string };
  banner: { verdict: string; confidence: string; cause: string } | null;
  badge: { text: string; title: string };
  /** Requests the extension has made so far. */
  requests: number;
}

/** What must be seen, for the replay to count as passed. */
export interface Expectation {
  says: string;
  /** Real seconds between which it must be seen: at least once, or all the time when `always`. */
  from: number;
  to: number;
  always?: boolean;
  see(seen: Seen): boolean;
}

/** A day, real or made of several, played on the fake internet. */
export interface Replay {
  id: string;
  title: string;
  story: string;
  sources: { title: string; address: string }[];
  /** The step at which the trouble begins, by its time; null when WhatsApp has none that day. */
  troubleAt: string | null;
  steps: readonly Step[];
  expects: readonly Expectation[];
}
