/** Meta, the resolvers, the server's own errors and another extension: what each may and may not make of a trouble. */
import { describe, expect, test } from 'vitest';
import { installBlocker } from '../lab/browsers/blocker.ts';
import type { WorldPatch } from '../lab/server.ts';
import { BROWSERS, eventually, openScene } from './scene.ts';
import { META_REPORTS, UNREACHABLE } from './worlds.ts';

const settled = ({ state }: { state: string }) => state === 'settled';
const HOUR = 60 * 60_000;
const { services } = META_REPORTS.metaStatus as { services: Record<string, Record<string, string>> };
const says = (status: string) => ({ 'whatsapp-business-api': { 'Cloud API': status } });

describe.each(BROWSERS)('%s', (kind) => {
  test.each<[string, WorldPatch['metaStatus'], string]>([
    ['a web page for everything', { host: 'html' }, 'silent'],
    ['a word of next year', { services: says('Some disruption') }, 'silent'],
    ['a trouble that is resolved', { services: says('Resolved') }, 'silent'],
    [
      'a trouble of yesterday',
      { services: says('High disruptions'), since: new Date(Date.now() - 13 * HOUR).toISOString() },
      'silent',
    ],
    ['an error of its own', { host: 500 }, 'unavailable'],
  ])('Meta gives %s: no word of Meta’s, and unsure without another', async (_, metaStatus, word) => {
    await using scene = await openScene({ kind, world: { ...UNREACHABLE, metaStatus: metaStatus ?? {} } });
    const after = await scene.until(settled, 25_000);
    expect(after).toMatchObject({ verdict: 'unsure', evidence: { 'meta-status': word } });
  });

  test.each<[string, WorldPatch['metaStatus'], number]>([
    ['the list of products has moved', { list: 404 }, 2],
    ['both lists cannot be read', { list: 'garbage', outages: 'garbage' }, 3],
  ])('Meta reports it, but %s: heard all the same, with its sentence', async (_, broken, requests) => {
    await using scene = await openScene({
      kind,
      world: { ...UNREACHABLE, metaStatus: { services, ...broken } },
    });
    const after = await scene.until((now) => settled(now) && now.verdict === 'global', 25_000);
    expect(after.evidence['meta-status']).toBe('points-to-them');
    const quoted = await (await scene.popup()).$eval('blockquote', (quote) => quote.textContent);
    expect(quoted).toContain('We are aware of disruptions affecting messages.');
    expect(scene.asked().filter((host) => host === 'metastatus.com')).toHaveLength(requests);
  });

  test('one odd resolver proves nothing', async () => {
    await using scene = await openScene({
      kind,
      world: {
        ...UNREACHABLE,
        dns: { names: { 'web.whatsapp.com': { cloudflare: 'nxdomain', google: 'ok' } } },
      },
    });
    const after = await scene.until(settled, 25_000);
    expect(after).toMatchObject({ verdict: 'unsure', evidence: { dns: 'silent' } });
  });

  test('both resolvers blocked, as in some schools: no evidence', async () => {
    await using scene = await openScene({
      kind,
      world: { ...UNREACHABLE, dns: { cloudflare: 'dead', google: 'dead' } },
    });
    const after = await scene.until(settled, 25_000);
    expect(after).toMatchObject({
      verdict: 'unsure',
      evidence: { dns: 'unavailable', 'this-device': 'healthy' },
    });
  });

  test('both resolvers filter the name themselves: never “it is gone for everybody”', async () => {
    await using scene = await openScene({
      kind,
      world: { ...UNREACHABLE, dns: { names: { 'web.whatsapp.com': 'filtered' } } },
    });
    const after = await scene.until(settled, 25_000);
    expect(after).toMatchObject({ verdict: 'unsure', evidence: { dns: 'silent' } });
  });

  test('the server answers 503 here and everywhere: global, by two witnesses', async () => {
    await using scene = await openScene({
      kind,
      world: {
        whatsapp: { document: 503, statusJson: 503 },
        globalping: { world: 'all-5xx', pollsUntilFinished: 0 },
      },
    });
    await scene.until((now) => settled(now) && now.verdict === 'global', 25_000);
    await scene.press('ask-the-world');
    const after = await scene.until(({ evidence }) => evidence.world !== 'not-asked', 15_000);
    expect(after).toMatchObject({
      verdict: 'global',
      cause: 'whatsapp-only',
      evidence: { world: 'points-to-them', 'whatsapp-host': 'points-to-them' },
    });
  });
});

test('another extension blocks WhatsApp: local, blocked, although our own probe gets through', async () => {
  await using scene = await openScene({ kind: 'chrome', stay: true });
  await installBlocker(scene.session.browser, ['web.whatsapp.com']);
  await scene.session.gotoWhatsApp(scene.page);
  const after = await scene.until((now) => settled(now) && now.verdict === 'local', 25_000);
  expect(after).toMatchObject({
    cause: 'blocked',
    confidence: 'likely',
    evidence: { page: 'points-to-you' },
  });
  expect(after.evidence['whatsapp-host']).toBe('healthy');
  await eventually(
    () => scene.session.badge(),
    ({ text }) => text === 'me',
    5_000,
  );
});
