import { beforeEach, describe, expect, it, vi } from 'vitest';
import { alter, trouble } from '../../../src/background/record';
import type { IncidentRecord } from '../../../src/core/record';
import { NO_TROUBLE, type Trouble } from '../../../src/core/trouble';
import { readRecords, recordsStore } from '../../../src/platform/records';
import { browser, forget, world } from '../fake-browser';
import { HOUR, NOW } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

beforeEach(() => {
  vi.restoreAllMocks();
  vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
  forget();
});

const record = (id: string, beganAt = NOW - HOUR): IncidentRecord => ({
  id,
  beganAt,
  noticedAt: beganAt,
  seenAt: beganAt,
  overAt: beganAt,
  symptoms: ['connection-lost'],
  turns: [{ at: beganAt, verdict: 'global', confidence: 'likely', cause: 'whatsapp-only', by: 'page' }],
  sources: ['page'],
  again: 0,
  againAt: null,
  toldAt: null,
});
const holds = (id: string): Trouble => ({ ...NO_TROUBLE, record: record(id) });
const asides = () => [...world.local.keys()].filter((key) => key.startsWith('set-aside-'));
const ids = async () => (await readRecords(NOW)).map(({ id }) => id);

describe('what happens now', () => {
  it('is on disk, and the last trouble joins the old ones when another begins', async () => {
    await alter(() => holds('one'));
    await alter(({ record: one, ...known }) => ({
      ...known,
      record: record('two', NOW),
      past: one ? [one] : [],
    }));
    expect((world.local.get('trouble') as Trouble).past).toEqual([]);
    expect((await recordsStore.read()).records.map(({ id }) => id)).toEqual(['one']);
    expect(await ids()).toEqual(['one', 'two']);
  });

  it('is not written when nothing changes', async () => {
    const set = vi.spyOn(browser.storage.local, 'set');
    await alter((same) => same);
    expect(set).not.toHaveBeenCalled();
  });
});

describe('a disk that takes nothing', () => {
  it('loses nothing that was there, and what happens now lasts as long as the browser', async () => {
    await alter(() => holds('one'));
    const before = structuredClone(world.local);
    world.saving = false;
    await alter((known) => ({ ...known, wishedAt: NOW }));
    expect(world.local).toEqual(before);
    expect(world.stored.get('unsaved')).toMatchObject({ wishedAt: NOW });
    expect(await trouble()).toMatchObject({ wishedAt: NOW, record: { id: 'one' } });
  });

  it('is given it again, and then nothing is unsaved any more', async () => {
    world.saving = false;
    await alter(() => holds('one'));
    world.saving = true;
    await trouble();
    expect(world.local.get('trouble')).toMatchObject({ record: { id: 'one' } });
    expect(world.stored.get('unsaved')).toBeNull();
  });

  it('keeps old records waiting until it takes them', async () => {
    const { set } = browser.storage.local;
    const full = vi.spyOn(browser.storage.local, 'set').mockImplementation(async (values) => {
      if ('records' in values) throw new Error('QUOTA_BYTES quota exceeded');
      await set(values);
    });
    await alter(() => ({ ...holds('two'), past: [record('one')] }));
    expect((await trouble()).past).toHaveLength(1);
    expect(await ids()).toEqual(['one', 'two']);
    full.mockRestore();
    expect((await trouble()).past).toEqual([]);
    expect(await ids()).toEqual(['one', 'two']);
  });

  it('that cannot be read is not written over', async () => {
    world.local.set('trouble', holds('one'));
    vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('corrupt profile'));
    await alter(() => holds('two'));
    expect(world.local.get('trouble')).toMatchObject({ record: { id: 'one' } });
  });
});

describe('what cannot be read', () => {
  it.each<[string, string, unknown]>([
    ['a newer version’s', 'trouble', { version: 9, record: { secret: 'of the future' } }],
    ['half-written', 'trouble', { ...NO_TROUBLE, record: { id: 'one' } }],
    ['a newer version’s list', 'records', { version: 9, entries: [1, 2, 3] }],
    ['no list', 'records', 'garbage'],
  ])('%s is set aside under another key, once, and all goes on', async (_, key, raw) => {
    world.local.set(key, raw);
    await alter(() => ({ ...holds('two'), past: [record('one')] }));
    await trouble();
    expect(asides().map((name) => world.local.get(name))).toEqual([raw]);
    expect(world.local.get('set-aside')).toEqual(asides());
    expect(await ids()).toEqual(['one', 'two']);
  });

  it('stays where it is when it cannot be set aside', async () => {
    const raw = { version: 9 };
    world.local.set('trouble', raw);
    world.saving = false;
    await alter(() => holds('two'));
    expect(world.local.get('trouble')).toEqual(raw);
    expect(await trouble()).toMatchObject({ record: { id: 'two' } });
  });

  it('leaves half a record among whole ones where it is', async () => {
    const half = { id: 'half' };
    world.local.set('records', { version: 1, records: [record('zero', NOW - 2 * HOUR), half] });
    await alter(() => ({ ...holds('two'), past: [record('one')] }));
    expect((world.local.get('records') as { records: unknown[] }).records).toContainEqual(half);
    expect(await ids()).toEqual(['zero', 'one', 'two']);
  });
});

it('ten thousand foreign keys are neither read nor touched', async () => {
  for (let n = 0; n < 10_000; n++) world.local.set(`foreign-${n}`, n);
  const get = vi.spyOn(browser.storage.local, 'get');
  await alter(() => ({ ...holds('two'), past: [record('one')] }));
  expect(await ids()).toEqual(['one', 'two']);
  expect(
    get.mock.calls
      .flat()
      .flat()
      .every((key) => !key.startsWith('foreign')),
  ).toBe(true);
  expect(get.mock.calls.every(([keys]) => keys !== null)).toBe(true);
  expect([...world.local.keys()].filter((key) => key.startsWith('foreign'))).toHaveLength(10_000);
});
