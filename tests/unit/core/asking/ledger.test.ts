import { describe, expect, it } from 'vitest';
import { type Asked, lastHour, type Purpose } from '../../../../src/core/asking/ledger';
import { HOUR, NOW } from '../../witnesses';

const entry = (purpose: Purpose, at = NOW): Asked => ({ purpose, host: 'host.example', at, ended: '200' });
const times = (count: number, purpose: Purpose, at = NOW) =>
  Array.from({ length: count }, () => entry(purpose, at));

describe('the list of the last hour', () => {
  it('loses WhatsApp’s own hosts before any other', () => {
    const others = times(24, 'here');
    const kept = lastHour([...others, ...times(500, 'whatsapp')], NOW);
    expect(kept.length).toBeLessThanOrEqual(120);
    expect(kept.filter((one) => one.purpose === 'here')).toEqual(others);
  });

  it('keeps the latest of WhatsApp’s own', () => {
    const probes = Array.from({ length: 200 }, (_, index) => entry('whatsapp', NOW - 200 + index));
    expect(lastHour(probes, NOW)).toEqual(probes.slice(-120));
  });

  it('forgets what is older, what the clock moved away from, and what is none of ours', () => {
    expect(lastHour(times(3, 'here', NOW - HOUR), NOW)).toEqual([]);
    expect(lastHour(times(3, 'here', NOW + 2 * HOUR), NOW)).toEqual([]);
    expect(lastHour([{ purpose: 'spy' } as unknown as Asked], NOW)).toEqual([]);
  });
});
