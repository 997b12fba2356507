/** What `<main>` says to those who look from outside: the verdict, in words that stay. */
import type { Situation } from '../core/situation';
import { stateOf } from './state';

export function mark(main: HTMLElement, situation: Situation, now: number): void {
  const { verdict, incident } = situation;
  main.dataset.verdict = verdict.verdict;
  main.dataset.confidence = verdict.confidence;
  main.dataset.cause = verdict.cause;
  main.dataset.state = stateOf(situation, now);
  main.dataset.since =
    incident && verdict.verdict !== 'working' ? new Date(incident.beganAt).toISOString() : '';
}
