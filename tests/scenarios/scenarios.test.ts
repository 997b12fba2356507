/** Plays every situation, in both orders of its readings, and holds all that is found against the golden files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, SOURCE_IDS } from '../../src/core/evidence';
import { saysOf } from '../../src/core/testimony';
import { anyTroubled } from '../unit/any';
import { NOW } from '../unit/witnesses';
import { play } from './play';
import { RULE_OF, type RuleNumber } from './scenario';
import { LEFT_OUT } from './situations/days';
import { ALL, CHAPTERS } from './table';
import { scenariosDocument, tellChapter } from './tell';

describe.each(ALL.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
  it.each([
    ['as told', false],
    ['the readings the other way round', true],
  ])('%s', (_how, backwards) => {
    for (const { step, verdict, shown } of play(scenario, backwards)) {
      for (const one of shown)
        expect(scenario.never ?? [], `said on the way by ${one.rule}`).not.toContain(one.verdict);
      const { cause, confidence, rule } = verdict;
      expect({ when: step.when, says: [verdict.verdict, cause, confidence], by: rule }).toEqual({
        when: step.when,
        says: step.says,
        by: RULE_OF[step.by],
      });
    }
  });
});

// A change of what is said or found is a change of these files, and is reviewed as such: `npm run scenarios -- -u`.
describe('what is found', () => {
  it.each(Object.entries(CHAPTERS))('%s', async (chapter, scenarios) => {
    await expect(tellChapter(chapter, scenarios)).toMatchFileSnapshot(`golden/${chapter}.md`);
  });

  it('all of it in docs/scenarios.md', async () => {
    await expect(scenariosDocument(CHAPTERS, LEFT_OUT)).toMatchFileSnapshot('../../docs/scenarios.md');
  });
});

describe('the situations', () => {
  it('are 120 at least, each with a name of its own and a reason of two sentences', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(120);
    expect(new Set(ALL.map((one) => one.name)).size).toBe(ALL.length);
    for (const { name, why } of ALL)
      expect(why.match(/[.?!](\s|$)/g)?.length ?? 0, name).toBeGreaterThanOrEqual(2);
  });

  it('are all in the table', () => {
    const files = readdirSync(join(import.meta.dirname, 'situations')).map((file) => file.replace('.ts', ''));
    expect(Object.keys(CHAPTERS).toSorted()).toEqual(files.toSorted());
  });

  it('have every rule decide', () => {
    const decided = new Set(ALL.flatMap(({ story }) => story.map((step) => step.by)));
    expect(Object.keys(RULE_OF).filter((rule) => !decided.has(rule as RuleNumber))).toEqual([]);
  });

  it('have each rule’s own file name them rightly', () => {
    for (const [number, id] of Object.entries(RULE_OF)) {
      const file = join(import.meta.dirname, `../../src/core/rules/${id}.ts`);
      const [comment = ''] = /^\/\*\*[\s\S]*?\*\//.exec(readFileSync(file, 'utf8')) ?? [];
      const text = comment.replace(/\n \*/g, '').replace(/\s+/g, ' ');
      expect(text, id).toContain(`Rule ${number} ·`);
      const [, shown = '', against = ''] = /Shown by: (.*?)(?:; against it (.*))?$/.exec(text) ?? [];
      const namesIn = (part: string) => [...part.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
      for (const name of namesIn(against))
        expect(
          ALL.map((one) => one.name),
          id,
        ).toContain(name);
      const showing = namesIn(shown);
      expect(showing.length, `${id} names no situation`).toBeGreaterThan(0);
      for (const name of showing) {
        const { story } = ALL.find((one) => one.name === name) ?? { story: [] };
        expect(
          story.map(({ by }) => by as string),
          `${name} shows ${id}`,
        ).toContain(number);
      }
    }
  });

  it('have every pair of sources disagree that can: one says it is theirs, the other that it is yours', () => {
    const pairsOf = (evidence: Evidence, now: number) => {
      const saying = (word: string) => SOURCE_IDS.filter((source) => saysOf(evidence, source, now) === word);
      return saying('points-to-them').flatMap((them) =>
        saying('points-to-you').map((you) => `${them} against ${you}`),
      );
    };
    const played = ALL.flatMap((scenario) => play(scenario));
    const told = new Set(played.flatMap(({ evidence, at }) => pairsOf(evidence, at)));
    const can = fc.sample(anyTroubled, { numRuns: 20_000, seed: 7 }).flatMap((any) => pairsOf(any, NOW));
    expect([...new Set(can)].filter((pair) => !told.has(pair)).toSorted()).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(45);
  }, 30_000);
});
