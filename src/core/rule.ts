/** The contract of one rule: which readings it needs, and what it concludes from them. */
import type { EpochMs, Evidence, SourceId } from './evidence';
import type { Cause, Confidence, VerdictName } from './verdict';

/** What a rule says when it fits, before anybody counts who else agrees. */
export interface Conclusion {
  verdict: VerdictName;
  cause?: Cause;
  /** `likely` where it does not say; nothing for `working` and `unsure`, which claim nothing. */
  confidence?: Confidence;
}

export interface Rule {
  /** Stable name, kept with the verdict so that a person or a test can ask "why?". */
  readonly id: string;
  /** The readings it may look at; the runner passes no others. */
  readonly needs: readonly SourceId[];
  /** Asked only where no rule before it fits. */
  readonly otherwise?: true;
  /** `null` when it does not fit. Pure; a throw means "cannot tell". */
  judge(evidence: Evidence, now: EpochMs): Conclusion | null;
}
