/** Plays a situation through the engine, reading by reading, as the background does. */
import type { Evidence, Reading, SourceId } from '../../src/core/evidence';
import { withReading, withTrouble } from '../../src/core/incident';
import { quiet, type Situation } from '../../src/core/situation';
import type { Verdict } from '../../src/core/verdict';
import { toReading } from '../../src/sources/ask';
import { toParsed } from '../../src/sources/meta-status';
import { heard, NOW, silent } from '../unit/witnesses';
import type { Scenario, Step } from './scenario';

export interface Played {
  step: Step;
  at: number;
  /** Everything known or missing after this step. */
  evidence: Evidence;
  verdict: Verdict;
  /** Every verdict shown on the way. */
  shown: readonly Verdict[];
}

/** Each step of the story, with what is said after it. `backwards`: the readings of a step arrive the other way round. */
export function play({ story }: Scenario, backwards = false): Played[] {
  let situation: Situation = quiet(NOW);
  let at = NOW;
  return story.map((step) => {
    at += step.afterMs ?? 0;
    const shown: Verdict[] = [];
    const change = (next: Situation) => {
      situation = next;
      shown.push(next.verdict);
    };
    const trouble = step.page && { ...step.page, phase: 'notice' as const, at };
    if (trouble) change(withTrouble(situation, 'tab-1', trouble, 'incident', at));
    const readings = Object.entries(readingsOf(step, at));
    for (const [source, reading] of backwards ? readings.reverse() : readings)
      change(withReading(situation, source as SourceId, reading as Reading<SourceId>, at));
    return { step, at, evidence: situation.evidence, verdict: situation.verdict, shown };
  });
}

function readingsOf({ hears = {}, silent: none = {}, metaAnswers }: Step, at: number): Evidence {
  const meta = metaAnswers && toReading(toParsed(metaAnswers, at), at);
  return { ...heard(hears, at), ...silent(none, at), ...(meta && { 'meta-status': meta }) };
}
