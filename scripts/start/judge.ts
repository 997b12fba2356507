import type { Expectation } from '../../tests/lab/replays/index.ts';
import type { Moment } from './watch.ts';

/** Was it seen as expected? What was shown when the time began counts too, until the next change. */
export function isMet(expected: Expectation, history: readonly Moment[]): boolean {
  const within = history.filter(({ seconds }, index) => {
    const until = history[index + 1]?.seconds ?? Number.POSITIVE_INFINITY;
    return seconds <= expected.to && until > expected.from;
  });
  if (within.length === 0) return false;
  const seen = ({ seen }: Moment): boolean => expected.see(seen);
  return expected.always ? within.every(seen) : within.some(seen);
}
