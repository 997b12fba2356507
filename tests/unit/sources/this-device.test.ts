import { describe, expect, it } from 'vitest';
import { type AskOutcome, DEADLINE } from '../../../src/sources/ask';
import { fetchDevice } from '../../../src/sources/this-device';
import { fakeAsk, OPAQUE, SPENT, UNREACHABLE } from './fake-ask';

const SIGNS = { online: true, portalLocked: false };

describe('the controls', () => {
  it('are two hosts of different owners, each built for this load', async () => {
    const { ask, asked } = fakeAsk(() => OPAQUE);
    expect(await fetchDevice(ask, SIGNS)).toEqual({
      ok: true,
      value: { ...SIGNS, google: true, cloudflare: false },
    });
    // One answer tells all that they can tell.
    expect(asked.map((one) => one.url)).toEqual(['https://www.gstatic.com/generate_204']);
    const silent = fakeAsk(() => UNREACHABLE);
    await fetchDevice(silent.ask, SIGNS);
    expect(silent.asked.map((one) => one.url)).toEqual([
      'https://www.gstatic.com/generate_204',
      'https://cp.cloudflare.com/generate_204',
    ]);
    // Their owners may not be read: only whether something answers may be learned.
    expect(silent.asked.every((one) => one.how === 'opaque' && one.purpose === 'here')).toBe(true);
  });

  it('are asked again when both stayed silent: of many requests at a bad moment some are lost', async () => {
    const silence: AskOutcome = { kind: 'error', why: 'unreachable', name: DEADLINE };
    const { ask, asked } = fakeAsk((url, before) =>
      url.host === 'cp.cloudflare.com' && before === 1 ? OPAQUE : silence,
    );
    expect(await fetchDevice(ask, SIGNS)).toMatchObject({ value: { google: false, cloudflare: true } });
    expect(asked).toHaveLength(4);
    const dead = fakeAsk(() => silence);
    expect(await fetchDevice(dead.ask, SIGNS)).toMatchObject({ value: { google: false, cloudflare: false } });
    expect(dead.asked).toHaveLength(6);
  });

  it('speak for themselves, each alone', async () => {
    const { ask } = fakeAsk((url) => (url.host === 'www.gstatic.com' ? UNREACHABLE : OPAQUE));
    expect(await fetchDevice(ask, SIGNS)).toMatchObject({ value: { google: false, cloudflare: true } });
  });

  it('are not asked when the browser knows that there is no network', async () => {
    const { ask, asked } = fakeAsk(() => OPAQUE);
    const device = await fetchDevice(ask, { online: false, portalLocked: false });
    expect(device).toMatchObject({ ok: true, value: { online: false, google: false, cloudflare: false } });
    expect(asked).toEqual([]);
  });

  it('pass on that the browser sees a sign-in network', async () => {
    const { ask } = fakeAsk(() => OPAQUE);
    expect(await fetchDevice(ask, { online: true, portalLocked: true })).toMatchObject({
      value: { portalLocked: true },
    });
  });

  it('are dead when both were asked and neither answered', async () => {
    const { ask } = fakeAsk(() => UNREACHABLE);
    expect(await fetchDevice(ask, SIGNS)).toMatchObject({ value: { google: false, cloudflare: false } });
  });

  it('are not dead when we did not ask them because the hour is spent', async () => {
    const { ask } = fakeAsk(() => SPENT);
    expect(await fetchDevice(ask, SIGNS)).toEqual({ ok: false, why: 'spent' });
    const half = fakeAsk((url) => (url.host === 'www.gstatic.com' ? UNREACHABLE : SPENT));
    expect(await fetchDevice(half.ask, SIGNS)).toEqual({ ok: false, why: 'spent' });
  });

  it('need not be asked for a sign-in that the browser sees', async () => {
    const { ask } = fakeAsk(() => SPENT);
    const device = await fetchDevice(ask, { online: true, portalLocked: true });
    expect(device).toMatchObject({ value: { portalLocked: true } });
  });
});
