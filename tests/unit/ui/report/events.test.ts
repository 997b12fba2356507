import { describe, expect, it } from 'vitest';
import { situationOf, stateNamed } from '../../../../scripts/gallery/states';
import { quiet } from '../../../../src/core/situation';
import { eventsOf } from '../../../../src/ui/report/events';
import { NOW } from '../../witnesses';

describe('what happened', () => {
  it('is nothing while nothing did', () => {
    expect(eventsOf(quiet(NOW))).toEqual([]);
  });

  it('begins with what was seen, ends with the answer, and keeps the order of time', () => {
    const events = eventsOf(situationOf(stateNamed('global-whatsapp-only-confirmed'), NOW));
    expect(events[0]?.kind).toBe('began');
    expect(events.at(-1)?.kind).toBe('judged');
    const times = events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const said = events.flatMap((event) => (event.kind === 'said' ? [event.source] : []));
    expect(said).toEqual(expect.arrayContaining(['whatsapp-host', 'dns', 'world', 'phone']));
    expect(said).not.toContain('page');
  });

  it('has no beginning where there was none', () => {
    const events = eventsOf(situationOf(stateNamed('answers-again'), NOW));
    expect(events.map(({ kind }) => kind)).not.toContain('began');
    expect(events.at(-1)?.kind).toBe('judged');
  });
});
