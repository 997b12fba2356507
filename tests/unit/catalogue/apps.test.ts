import { describe, expect, it } from 'vitest';
import en from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { APPS } from '../../../src/catalogue/apps';
import { FIRST_WAYS } from '../../../src/catalogue/first-ways';
import { rowOf } from '../../../src/core/asking/hosts';
import { SHARE_ITS_FATE } from '../../../src/core/ways';
import { loadReader } from '../../../src/sources/status/formats';

const app = (id: string) => APPS.find((one) => one.id === id);

describe('the catalogue', () => {
  it('knows every app it promises, each once', () => {
    const promised =
      'telegram signal sms phone email discord slack google-chat teams zoom element viber imessage';
    expect(APPS.map(({ id }) => id)).toEqual([...promised.split(' '), 'messenger', 'instagram']);
  });

  it('holds the first ways as they are', () => {
    expect(FIRST_WAYS.map(({ id }) => id)).toEqual(['telegram', 'signal', 'sms', 'phone', 'email']);
    for (const way of FIRST_WAYS) expect(app(way.id)).toMatchObject(way);
  });

  it('marks what shares WhatsApp’s fate, and nothing else', () => {
    const metas = APPS.filter(({ owner }) => owner === 'Meta').map(({ id }) => id);
    expect(metas).toEqual(SHARE_ITS_FATE);
    const byAddress = APPS.filter(({ href }) => /messenger|instagram|facebook|whatsapp|\bmeta\b/.test(href));
    expect(byAddress.map(({ id }) => id)).toEqual(metas);
    expect(FIRST_WAYS.some(({ id }) => SHARE_ITS_FATE.includes(id))).toBe(false);
  });

  it('opens everything safely, and names what is no product in the person’s language', () => {
    for (const { id, name, href, app } of APPS) {
      expect(href).toMatch(/^(https:\/\/|tel:|sms:|mailto:)/);
      expect(app ?? 'x:').not.toMatch(/^(https?|javascript|data|file):/);
      if (name === null) expect(en).toHaveProperty(`way_${id}`);
    }
  });

  it('asks for nothing but a favicon by https, of the app’s own web host', () => {
    for (const { probe, href } of APPS.filter((one) => one.probe !== null)) {
      const { protocol, pathname, host } = new URL(probe as string);
      expect([protocol, pathname]).toEqual(['https:', '/favicon.ico']);
      expect(host).toBe(new URL(href).host);
    }
  });

  it('has a reader for every status page, and its page for people on the same host', async () => {
    for (const { status } of APPS.filter((one) => one.status !== null)) {
      expect(await loadReader(status?.format ?? '')).not.toBeNull();
      expect(new URL(status?.url ?? '').host).toBe(new URL(status?.page ?? '').host);
      expect(status?.url).toMatch(/^https:\/\//);
    }
  });

  it('asks only whom the table of all requests names', () => {
    const asked = APPS.flatMap(({ probe, status }) => [probe, status?.url ?? null]).filter(
      (url) => url !== null,
    );
    for (const url of asked) expect(rowOf(new URL(url), 'fallback', false), url).not.toBeNull();
  });

  it('knows that Telegram and Viber tell no machine how they are', () => {
    for (const id of ['telegram', 'viber']) expect(app(id)?.status).toBeNull();
  });
});
