/** The whole remembered state: one incident at most, the readings gathered for it, and the verdict. */
import type { EpochMs, Evidence, PageValue, SourceId } from './evidence';
import type { Phase } from './page-health';
import { calm, type Verdict } from './verdict';

/** What is wrong in one tab (or, under the key `hand`, what the person asked about by hand). */
export interface TabTrouble extends PageValue {
  phase: Exclude<Phase, 'calm'>;
  at: EpochMs;
  /** In a private window: nothing of it is kept. */
  hidden?: boolean;
}

/** One trouble, shared by all tabs. */
export interface Incident {
  id: string;
  beganAt: EpochMs;
  /** When it was sure enough to show in the toolbar and the page; 0 before. */
  noticedAt: EpochMs;
  tabs: Record<string, TabTrouble>;
  /** The person closed the banner: quiet in every tab until the next incident. */
  dismissed: boolean;
  /** Automatic re-checks made so far. */
  checks: number;
}

/** Evidence gathering under way: who has still to answer. */
export interface Round {
  startedAt: EpochMs;
  outstanding: SourceId[];
}

export interface Situation {
  version: 1;
  incident: Incident | null;
  evidence: Evidence;
  verdict: Verdict;
  round: Round | null;
}

export const HAND = 'hand';

/** In the place of a tab: the last one was closed, and the person wishes to be told of the end. */
export const WISH = 'wish';

export function quiet(now: EpochMs): Situation {
  return { version: 1, incident: null, evidence: {}, verdict: calm(now), round: null };
}
