import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { judgeWay, type Look } from '../../../src/core/judge-way';
import type { WayNote, WayStatus } from '../../../src/core/ways';
import { NOW } from '../witnesses';

const QUIET: Look = { offline: false, answered: null, says: null, forbidden: false };
const says = (state: string, incident: string | null = null) => ({ says: { state, incident, since: 5 } });

describe('what is shown of a way', () => {
  it.each<[string, Partial<Look>, WayStatus, WayNote]>([
    ['nobody answered and nothing is told', { answered: false }, 'unknown', 'unknown'],
    ['nothing could be asked', {}, 'unknown', 'unknown'],
    ['its host answers', { answered: true }, 'reachable', 'reachable'],
    ['its host answers, and its page is fine', { answered: true, ...says('fine') }, 'reachable', 'reachable'],
    ['its page is fine, there is no host to try', says('fine'), 'unknown', 'fine'],
    ['its page is fine, its host does not answer', { answered: false, ...says('fine') }, 'unknown', 'fine'],
    ['its page is not understood', { answered: true, ...says('unknown') }, 'reachable', 'reachable'],
    [
      'its page is not understood, nobody answers',
      { answered: false, ...says('unknown') },
      'unknown',
      'unknown',
    ],
    [
      'it is fine and names something',
      { answered: true, ...says('fine', 'Late mail') },
      'reachable',
      'named',
    ],
    ['maintenance', { answered: true, ...says('maintenance', 'Upgrade') }, 'reachable', 'maintenance'],
    ['trouble, though its host answers', { answered: true, ...says('trouble') }, 'trouble', 'trouble'],
    ['trouble with a name', { answered: true, ...says('trouble', 'No sends') }, 'trouble', 'trouble_named'],
    ['an outage', { answered: false, ...says('down') }, 'trouble', 'down'],
    ['an outage with a name', { answered: false, ...says('down', 'Gone') }, 'trouble', 'down_named'],
    ['the permission was taken away', { forbidden: true }, 'unknown', 'forbidden'],
    ['this device has no network', { offline: true, answered: false }, 'unreachable', 'offline'],
  ])('%s', (_, look, status, note) => {
    const state = judgeWay({ ...QUIET, ...look }, NOW);
    expect(state).toMatchObject({ status, note, at: NOW });
    // Each has its sentence.
    expect(en).toHaveProperty(`way_status_${note}`);
  });

  it('keeps the name and the beginning of what is open, and of nothing else', () => {
    expect(judgeWay({ ...QUIET, ...says('down', 'Gone') }, NOW)).toMatchObject({
      incident: 'Gone',
      since: 5,
    });
    expect(judgeWay({ ...QUIET, ...says('fine') }, NOW)).toMatchObject({ incident: null, since: null });
  });

  it('is unreachable by a failed try never', () => {
    for (const state of ['fine', 'unknown', 'maintenance', 'trouble', 'down'])
      for (const answered of [true, false, null])
        expect(judgeWay({ ...QUIET, answered, ...says(state) }, NOW).status).not.toBe('unreachable');
  });
});
