/** The one answer, and how sure we are of it. Names and meanings are fixed for outside checks. */
import type { EpochMs, SourceId } from './evidence';

export const VERDICTS = [
  'working',
  'offline',
  'captive-portal',
  'local',
  'regional',
  'global',
  'unsure',
] as const;
export type VerdictName = (typeof VERDICTS)[number];

export const CONFIDENCES = ['', 'possible', 'likely', 'confirmed'] as const;
/** Empty for `working` and `unsure`, which claim nothing. */
export type Confidence = (typeof CONFIDENCES)[number];

export const CAUSES = [
  '',
  'meta-wide',
  'whatsapp-only',
  'web-only',
  'messages-only',
  'dns',
  'blocked',
  'tls',
  'proxy',
  'firewall',
  'browser',
  'session',
  'unknown',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Whose side the trouble is on; decides the glyph and the badge. */
export type Side = 'fine' | 'yours' | 'between' | 'theirs' | 'unsure';

export const SIDE_OF: Readonly<Record<VerdictName, Side>> = {
  working: 'fine',
  offline: 'yours',
  'captive-portal': 'yours',
  local: 'yours',
  regional: 'between',
  global: 'theirs',
  unsure: 'unsure',
};

/**
 * What one rule that fits says. A rule that stumbled over the evidence says `unsure` and decides nothing: it cannot tell.
 */
export interface Finding {
  /** Id of the rule. */
  rule: string;
  verdict: VerdictName;
  cause: Cause;
  confidence: Confidence;
}

export interface Verdict {
  verdict: VerdictName;
  cause: Cause;
  confidence: Confidence;
  /** Id of the rule that decided. */
  rule: string;
  /** Sources the answer rests on. */
  because: readonly SourceId[];
  /** Every rule that fits, in the order of the table; the first that could tell decided. */
  findings: readonly Finding[];
  at: EpochMs;
}

/** Nothing is known to be wrong. */
export function calm(at: EpochMs): Verdict {
  return { verdict: 'working', cause: '', confidence: '', rule: 'calm', because: [], findings: [], at };
}
