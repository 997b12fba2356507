/** Plays every situation through the engine, reading by reading, as the background does. */
import { describe, expect, it } from 'vitest';
import type { Evidence, Reading, SourceId } from '../../src/core/evidence';
import { withReading, withTrouble } from '../../src/core/incident';
import { quiet, type Situation } from '../../src/core/situation';
import type { Verdict } from '../../src/core/verdict';
import { toReading } from '../../src/sources/ask';
import { toParsed } from '../../src/sources/meta-status';
import { heard, NOW, silent } from '../unit/witnesses';
import type { RuleNumber, Scenario, Step } from './scenario';

/** Every rule of the table and its name in the code. */
const RULE_OF: Readonly<Record<RuleNumber, string>> = {
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
};

const files = import.meta.glob<{ SITUATIONS: readonly Scenario[] }>('./situations/*.ts', { eager: true });
const ALL: readonly Scenario[] = Object.values(files).flatMap((file) => file.SITUATIONS);

interface Played {
  after: Situation;
  /** Every verdict shown on the way. */
  shown: Verdict[];
}

function readingsOf({ hears = {}, silent: none = {}, metaAnswers }: Step, now: number): Evidence {
  const meta = metaAnswers && toReading(toParsed(metaAnswers, now), now);
  return { ...heard(hears, now), ...silent(none, now), ...(meta && { 'meta-status': meta }) };
}

function play(before: Situation, step: Step, now: number, backwards: boolean): Played {
  const trouble = step.page && { ...step.page, phase: 'notice' as const, at: now };
  let after = trouble ? withTrouble(before, 'tab-1', trouble, 'incident', now) : before;
  const shown = [after.verdict];
  const readings = Object.entries(readingsOf(step, now));
  for (const [source, reading] of backwards ? readings.reverse() : readings) {
    after = withReading(after, source as SourceId, reading as Reading<SourceId>, now);
    shown.push(after.verdict);
  }
  return { after, shown };
}

describe.each(ALL.map((scenario) => [scenario.name, scenario] as const))('%s', (_, { story, never = [] }) => {
  it.each(story.map((step, index) => [step.when, step, index] as const))(
    '%s',
    (_when, { says, by }, last) => {
      for (const backwards of [false, true]) {
        let situation = quiet(NOW);
        let now = NOW;
        for (const step of story.slice(0, last + 1)) {
          now += step.afterMs ?? 0;
          const { after, shown } = play(situation, step, now, backwards);
          for (const { verdict, rule } of shown)
            expect(never, `said on the way by ${rule}`).not.toContain(verdict);
          situation = after;
        }
        const { verdict, cause, confidence, rule } = situation.verdict;
        expect({ says: [verdict, cause, confidence], by: rule }).toEqual({ says, by: RULE_OF[by] });
      }
    },
  );
});

describe('the situations', () => {
  it('cover every rule of the table', () => {
    const covered = new Set(ALL.flatMap(({ story }) => story.map((step) => step.by)));
    expect(Object.keys(RULE_OF).filter((rule) => !covered.has(rule as RuleNumber))).toEqual([]);
  });

  it('have each a name of its own and a reason', () => {
    expect(new Set(ALL.map((one) => one.name)).size).toBe(ALL.length);
    for (const { name, why } of ALL)
      expect(why.match(/[.?!](\s|$)/g)?.length ?? 0, name).toBeGreaterThanOrEqual(2);
  });
});
