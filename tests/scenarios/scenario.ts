/** What a situation is: what is seen and heard, in order, and what must be said about it. */
import type { MissingReason, PageValue, SourceId, Values } from '../../src/core/evidence';
import type { Cause, Confidence, VerdictName } from '../../src/core/verdict';
import type { AskOutcome } from '../../src/sources/ask';

/** Numbers of the rules in `docs/verdicts.md`. */
export type RuleNumber =
  | '1'
  | '2'
  | '2b'
  | '3'
  | '4'
  | '5'
  | '6'
  | '7'
  | '8'
  | '9'
  | '10'
  | '11'
  | '12'
  | '13'
  | '14'
  | '15'
  | '16'
  | '17'
  | '18'
  | '19';

export interface Step {
  /** What happens now. */
  when: string;
  /** How long after the step before, in ms. */
  afterMs?: number;
  /** What the page shows from now on. The first step has it. */
  page?: PageValue;
  /** Who speaks now, and what is heard. */
  hears?: Partial<Values>;
  /** Who was asked and gave nothing, and why. */
  silent?: { readonly [S in SourceId]?: MissingReason };
  /** What metastatus.com answered, where only its adapter can say what that means. */
  metaAnswers?: AskOutcome;
  /** What must be said once all of this step is known, and by which rule. */
  says: readonly [VerdictName, Cause, Confidence];
  by: RuleNumber;
}

export interface Scenario {
  name: string;
  /** What really happens, and why the answer is right. */
  why: string;
  story: readonly [Step, ...Step[]];
  /** What must not be said at any moment, in whatever order the readings of a step arrive. */
  never?: readonly VerdictName[];
}

export const YOURS: readonly VerdictName[] = ['local', 'offline', 'captive-portal'];
