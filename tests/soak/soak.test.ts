/** A sample of the soak (`npm run soak` lives thousands of days). A day that fails is lived again by its name. */
import { describe, expect, it } from 'vitest';
import { runDay } from './run-day';

const days = (kind: string) => Array.from({ length: 30 }, (_, number) => `${kind}-1-${number}`);

describe('nothing is said, and nobody asked without a reason, on a day on which nothing is wrong', () => {
  it.each(days('healthy'))('%s', async (name) => {
    expect((await runDay(name)).problems).toEqual([]);
  });
});

describe('one failure in a day is noticed in time, and forgotten when it is over', () => {
  it.each(days('failing'))('%s', async (name) => {
    expect((await runDay(name)).problems).toEqual([]);
  });
});
