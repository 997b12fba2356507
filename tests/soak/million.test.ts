/** A sample of `npm run simulate`: what must hold for each browser alone holds for these. Shares and peaks need more of them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { Clock } from '../../scripts/simulate/clock';
import { globalBy } from '../../scripts/simulate/gates';
import { Install } from '../../scripts/simulate/install';
import { seeded } from '../../scripts/simulate/random';
import { newTally, type Tally } from '../../scripts/simulate/tally';

const MINUTE = 60_000;

/** Lives of so many browsers through an outage of six minutes, with this share of all requests never answered. */
async function lived(count: number, silent: number): Promise<Tally> {
  const untilMs = 15 * MINUTE;
  const tally = newTally(untilMs / 1_000);
  const clock = new Clock();
  const day = { endsAt: 6 * MINUTE, silent };
  const installs = Array.from(
    { length: count },
    (_, index) => new Install(clock, seeded(7 + index), day, count, tally),
  );
  for (const install of installs) void install.live();
  await clock.run(untilMs);
  for (const install of installs) install.close();
  return tally;
}

describe.each([0, 0.3, 0.6])('an outage of everything of Meta’s, %d of all requests unanswered', (silent) => {
  let tally: Tally;
  beforeAll(async () => {
    tally = await lived(300, silent);
  });

  it('nobody names the wrong side, nor takes the right one back', () => {
    expect(tally.wrong).toEqual({});
    expect(tally.takenBack).toBe(0);
  });

  it('nobody asks more than was promised, nor before it may', () => {
    expect(tally.mostInRound).toBeLessThanOrEqual(14);
    expect(tally.mostInHour).toBeLessThanOrEqual(24);
    expect(tally.most.Globalping).toBeLessThanOrEqual(3);
    expect(tally.impatient).toBe(0);
  });

  it('most say so in time', () => {
    expect(globalBy(tally, 120)).toBeGreaterThan(silent > 0.5 ? 0.5 : 0.97);
  });
});
