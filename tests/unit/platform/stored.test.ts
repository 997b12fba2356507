import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as v from '../../../src/core/shape';
import { quiet } from '../../../src/core/situation';
import { SituationSchema } from '../../../src/platform/schemas';
import { stored } from '../../../src/platform/stored';
import { browser, forget, world } from '../fake-browser';
import { NOW } from '../witnesses';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

beforeEach(forget);

const count = stored('count', v.number(), () => 0);

describe('a stored value', () => {
  it('is what was written', async () => {
    expect(await count.write(7)).toBe(true);
    expect(await count.read()).toBe(7);
  });

  it('is its default before anything was written', async () => {
    expect(await count.read()).toBe(0);
  });

  it('is put right at once when it is of another shape', async () => {
    world.stored.set('count', { version: 9 });
    expect(await count.read()).toBe(0);
    expect(world.stored.get('count')).toBe(0);
  });

  it('that the browser will not keep is no reason to stop', async () => {
    world.storing = false;
    expect(await count.write(7)).toBe(false);
    expect(await count.read()).toBe(0);
  });

  it('is its default when storage itself is broken', async () => {
    vi.spyOn(browser.storage.session, 'get').mockRejectedValueOnce(new Error('corrupt profile'));
    expect(await count.read()).toBe(0);
  });
});

describe('a stored situation', () => {
  const situation = stored('situation', SituationSchema, () => quiet(NOW));

  it.each<[string, unknown]>([
    ['of a later version', { ...quiet(NOW), version: 2 }],
    ['with a verdict we do not know', { ...quiet(NOW), verdict: { verdict: 'martian' } }],
    ['with a source we do not know', { ...quiet(NOW), evidence: { martian: { state: 'known', at: NOW } } }],
    ['cut in half', { version: 1, incident: null }],
    ['that is no object', 'working'],
    ['that is nothing', null],
  ])('%s is started afresh', async (_, raw) => {
    world.stored.set('situation', raw);
    expect(await situation.read()).toEqual(quiet(NOW));
  });

  it('of an older version, without findings, has none', async () => {
    const { findings: _none, ...verdict } = quiet(NOW).verdict;
    world.stored.set('situation', { ...quiet(NOW), verdict });
    expect(await situation.read()).toEqual(quiet(NOW));
  });

  it('keeps every finding', async () => {
    const finding = { rule: 'only-here', verdict: 'local', cause: 'firewall', confidence: 'likely' } as const;
    const verdict = { ...quiet(NOW).verdict, findings: [finding] };
    await situation.write({ ...quiet(NOW), verdict });
    expect((await situation.read()).verdict).toEqual(verdict);
  });

  it('keeps a reading’s value as it is', async () => {
    const evidence = { phone: { state: 'known', value: { works: true }, at: NOW } } as const;
    await situation.write({ ...quiet(NOW), evidence });
    expect((await situation.read()).evidence).toEqual(evidence);
  });
});
