/** What a situation is: what is seen and heard, in order, and what must be said about it. */
import type { MissingReason, PageValue, SourceId, Values } from '../../src/core/evidence';
import type { Cause, Confidence, VerdictName } from '../../src/core/verdict';
import type { AskOutcome } from '../../src/sources/ask';

/** Every rule: its number in `docs/verdicts.md` and its name in the code. */
export const RULE_OF = {
  '1': 'page-works',
  '2': 'named-here',
  '2b': 'answers-again',
  '3': 'portal',
  '4': 'foreign-certificate',
  '5': 'nothing-answers',
  '6': 'gone-from-dns',
  '7': 'not-resolved-here',
  '8': 'world-fails',
  '9': 'only-here',
  '9b': 'country-fails',
  '9c': 'phone-shares-it',
  '10': 'meta-says-so',
  '11': 'phone-fails-too',
  '12': 'server-says-so',
  '13': 'statics-blocked',
  '14': 'web-only',
  '15': 'socket-lost',
  '16': 'sends-stuck',
  '17': 'network-block',
  '18': 'here-or-web',
  '19': 'cannot-tell',
} as const;
export type RuleNumber = keyof typeof RULE_OF;

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
  /** Unique: golden files, documents and the doc comments of the rules name it. */
  name: string;
  /** What really happens, and why the answer is right. */
  why: string;
  story: readonly [Step, ...Step[]];
  /** What must not be said at any moment, in whatever order the readings of a step arrive. */
  never?: readonly VerdictName[];
  /** Where it is told, when it is a real day. */
  sources?: readonly (readonly [title: string, address: string])[];
}

/** A situation of one moment: what the page shows, who speaks, what must be said, and why. */
export function moment(
  name: string,
  page: PageValue,
  hears: Partial<Values>,
  says: Step['says'],
  by: RuleNumber,
  why: string,
  more: Pick<Step, 'silent' | 'metaAnswers'> & Pick<Scenario, 'never'> = {},
): Scenario {
  const { never, ...rest } = more;
  return { name, why, story: [{ when: 'then', page, hears, says, by, ...rest }], ...(never && { never }) };
}

export const YOURS: readonly VerdictName[] = ['local', 'offline', 'captive-portal'];
