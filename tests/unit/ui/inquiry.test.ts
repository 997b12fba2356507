/** What a page of ours asks while it is open, and when it does so by itself. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chance } from '../../../src/core/lottery';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
import { quiet, type Situation } from '../../../src/core/situation';
import type { AskOutcome, AskRequest } from '../../../src/sources/ask';
import { answers, documentFailed, fails, heard, NOW, page } from '../witnesses';

const UNREACHABLE: AskOutcome = { kind: 'error', why: 'unreachable', name: null };
const told: object[] = [];
const asked: AskRequest[] = [];
let settings: Settings = DEFAULT_SETTINGS;
let lot = '';

vi.mock('../../../src/messaging/send', () => ({
  toBackground: async (message: object) => !!told.push(message),
}));
vi.mock('../../../src/ui/ask-from-page', () => ({
  askFromPage: async (request: AskRequest) => {
    asked.push(request);
    return UNREACHABLE;
  },
}));
vi.mock('../../../src/platform/stores', () => ({
  settingsStore: { read: async () => settings },
  lotStore: { read: async () => lot, write: async () => true },
}));
vi.mock('../../../src/core/lottery', async (load) => ({
  ...(await load<typeof import('../../../src/core/lottery')>()),
  winsToday: (secret: string) => secret === 'winner',
}));

const { askCountry, askCrowd, lookAfter } = await import('../../../src/ui/inquiry');

let incidents = 0;
/** A new trouble in which only the world could tell more. */
function trouble(more: Partial<Situation> = {}): Situation {
  incidents += 1;
  const tabs = {};
  return {
    ...quiet(NOW),
    incident: { id: String(incidents), beganAt: NOW, noticedAt: NOW, tabs, dismissed: false, checks: 0 },
    verdict: { ...quiet(NOW).verdict, verdict: 'unsure' },
    evidence: heard({ page: documentFailed('timed-out'), 'whatsapp-host': fails('timed-out') }),
    ...more,
  };
}

const leaving = (leave: Partial<Settings['leave']>, more: Partial<Settings> = {}) => {
  settings = { ...DEFAULT_SETTINGS, ...more, leave: { ...DEFAULT_SETTINGS.leave, ...leave } };
};
const hosts = () => asked.map(({ url }) => new URL(url).host).toSorted();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  told.length = 0;
  asked.length = 0;
  lot = 'loser';
  leaving({});
});

describe('a click', () => {
  it('on the crowd asks two places and tells what they gave, nothing if they gave nothing', async () => {
    await askCrowd();
    expect(hosts()).toEqual(['hn.algolia.com', 'mastodon.social']);
    expect(told).toEqual([{ type: 'reading.told', crowd: { stories: null, accounts: null } }]);
  });

  it('on the country asks nobody before one was chosen', async () => {
    expect(await askCountry()).toBe(false);
    expect([...asked, ...told]).toEqual([]);
  });

  it('on the country asks in it, and those who know of it', async () => {
    leaving({}, { country: 'IN', network: 55836 });
    expect(await askCountry()).toBe(true);
    expect(hosts()).toEqual(['api.ioda.inetintel.cc.gatech.edu', 'api.ooni.io']);
    expect(told).toContainEqual({ type: 'country.ask', country: 'IN', network: 55836 });
    expect(told).toContainEqual({
      type: 'reading.told',
      country: { country: 'IN', cutOff: null, tests: null },
    });
  });
});

describe('by itself', () => {
  it('asks neither the crowd nor the country unless the person said so', async () => {
    leaving({}, { country: 'IN' });
    await lookAfter(trouble());
    await vi.runAllTimersAsync();
    expect([...asked, ...told]).toEqual([]);
  });

  it('asks each once for a trouble when the person said so', async () => {
    leaving({ crowd: 'by-itself', country: 'by-itself' }, { country: 'IN' });
    const situation = trouble();
    await lookAfter(situation);
    await lookAfter(situation);
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(4);
    await lookAfter(trouble());
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(8);
  });

  it.each<[string, () => Situation]>([
    ['nothing is wrong', () => quiet(NOW)],
    ['it works', () => trouble({ verdict: quiet(NOW).verdict })],
    ['the first stages are not over', () => trouble({ round: { startedAt: NOW, outstanding: ['dns'] } })],
    [
      'it was asked already',
      () =>
        trouble({ evidence: heard({ page: page('connection-lost'), crowd: { stories: 1, accounts: 2 } }) }),
    ],
  ])('asks the crowd not while %s', async (_, situation) => {
    leaving({ crowd: 'by-itself' });
    await lookAfter(situation());
    await vi.runAllTimersAsync();
    expect(asked).toEqual([]);
  });

  it('asks the world when this install won the day’s lot, within two minutes', async () => {
    lot = 'winner';
    await lookAfter(trouble());
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(told).toEqual([{ type: 'world.ask', byLot: true }]);
  });

  it('does not ask the world for those who lost, or said not to', async () => {
    await lookAfter(trouble());
    lot = 'winner';
    leaving({ world: 'on-click' });
    await lookAfter(trouble());
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
    expect(chance()).toBeLessThanOrEqual(1);
  });

  it('lets go of the world when the trouble ended, or somebody asked, before the jitter was over', async () => {
    lot = 'winner';
    const situation = trouble();
    await lookAfter(situation);
    await lookAfter(quiet(NOW));
    await vi.runAllTimersAsync();
    const other = trouble();
    await lookAfter(other);
    await lookAfter({ ...other, evidence: { ...other.evidence, ...heard({ world: { places: [] } }) } });
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
  });

  it('does not ask the world about what it cannot see', async () => {
    lot = 'winner';
    await lookAfter(
      trouble({ evidence: heard({ page: page('connection-lost'), 'whatsapp-host': answers() }) }),
    );
    await vi.runAllTimersAsync();
    expect(told).toEqual([]);
  });
});
