import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ask } from '../lab/ask.ts';
import { findBrowser, openBrowser, type Session } from '../lab/browsers/index.ts';
import { readShape, SHAPES } from '../lab/page-shapes.ts';
import { fetchByProbe, readProbe, type Seen, writeProbeExtension } from '../lab/probe-extension.ts';
import { screenshot } from '../lab/screenshot.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { healthyWorld, PAGE_SCREENS } from '../lab/world.ts';

/** Fast enough for tests; 18 s become 0.9 s. */
const HURRY = { whatsapp: { clientTimeScale: 0.05 } };
const WHATSAPP = 'https://web.whatsapp.com/';
const STATUS_JSON = `${WHATSAPP}status.json`;

let lab: Lab;
let probe: Awaited<ReturnType<typeof writeProbeExtension>>;
beforeAll(async () => {
  [lab, probe] = await Promise.all([startLab(), writeProbeExtension()]);
});
afterEach(() => lab.setWorld(() => healthyWorld()));
afterAll(async () => {
  await lab.close();
  await probe.remove();
});

describe('the server', () => {
  test('a taken port is refused with a clear message', async () => {
    await expect(startLab({ port: lab.port })).rejects.toThrow(`port ${lab.port} of this machine is taken`);
  });

  test('a healthy world answers as the real hosts do', async () => {
    const shell = await ask(lab, WHATSAPP);
    expect(shell.body).toContain('id="wa_web_initial_startup"');
    expect(shell.body).not.toContain('id="app"');
    expect(shell.headers['content-security-policy']).toContain("default-src 'none'");
    expect((await ask(lab, 'https://www.gstatic.com/generate_204')).status).toBe(204);
    const facebook = await ask(lab, 'https://www.facebook.com/favicon.ico');
    expect(facebook.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect((await ask(lab, 'https://signal.org/')).body).toContain('Signal');
  });

  test('hosts misbehave as told', async () => {
    lab.setWorld({
      whatsapp: { document: 503, statusJson: 'dead' },
      hosts: { 'signal.org': { body: '<b>' } },
    });
    expect((await ask(lab, WHATSAPP)).status).toBe(503);
    await expect(ask(lab, STATUS_JSON)).rejects.toThrow('hang up');
    expect(await ask(lab, 'https://signal.org/')).toMatchObject({ status: 200, body: '<b>' });
    lab.setWorld({ allDead: true });
    await expect(ask(lab, 'https://dns.google/')).rejects.toThrow('hang up');
  });

  test.each(['hang', 'huge', 'drip'] as const)('a host that does "%s" never finishes', async (behaviour) => {
    lab.setWorld({ hosts: { 'metastatus.com': behaviour } });
    const signal = AbortSignal.timeout(150);
    await expect(ask(lab, 'https://metastatus.com/data/orgs.json', { signal })).rejects.toThrow(/abort/);
  });

  test('a portal answers for everybody', async () => {
    lab.setWorld({ portal: 'redirect' });
    const sent = await ask(lab, STATUS_JSON);
    expect(sent).toMatchObject({ status: 302, headers: { location: 'https://login.hotel.example/' } });
    lab.setWorld({ portal: 'html' });
    expect((await ask(lab, STATUS_JSON)).body).toContain('Hotel Miramar');
  });

  test('the two resolvers speak each their own way', async () => {
    lab.setWorld({ dns: { names: { 'web.whatsapp.com': { cloudflare: 'servfail', google: 'nxdomain' } } } });
    const headers = { accept: 'application/dns-json' };
    const query = 'name=web.whatsapp.com&type=A';
    const cloudflare = await ask(lab, `https://cloudflare-dns.com/dns-query?${query}`, { headers });
    expect(JSON.parse(cloudflare.body)).toMatchObject({
      Status: 2,
      Comment: [expect.stringContaining('EDE(22)')],
    });
    expect(cloudflare.headers['access-control-allow-origin']).toBe('*');
    const google = await ask(lab, `https://dns.google/resolve?${query}`);
    expect(JSON.parse(google.body)).toMatchObject({ Status: 3, Question: [{ name: 'web.whatsapp.com.' }] });
  });

  test('Meta says what the world says, once', async () => {
    const address = 'https://metastatus.com/data/orgs.json';
    const services = { 'whatsapp-business-api': { 'Cloud API': 'High disruptions' } };
    lab.setWorld({ metaStatus: { services } });
    const first = await ask(lab, address);
    expect(first.body).toContain('"status":"High disruptions"');
    expect(first.headers.date).toBeTruthy();
    const headers = { 'if-none-match': String(first.headers.etag) };
    expect((await ask(lab, address, { headers })).status).toBe(304);
    const feed = 'https://metastatus.com/outage-events-feed-whatsapp-business-api.rss';
    expect((await ask(lab, feed)).body).toContain('[High disruptions]: Cloud API');
    expect((await ask(lab, 'https://metastatus.com/api/v2/status.json')).body).toContain('<div id="root">');
  });

  test('Globalping takes its time', async () => {
    lab.setWorld({ globalping: { world: { failing: 2, of: 3 }, pollsUntilFinished: 1 } });
    const address = 'https://api.globalping.io/v1/measurements';
    const created = await ask(lab, address, {
      method: 'POST',
      body: '{"type":"http","target":"web.whatsapp.com"}',
    });
    const { id, probesCount } = JSON.parse(created.body);
    expect([created.status, probesCount]).toEqual([202, 3]);
    expect(JSON.parse((await ask(lab, `${address}/${id}`)).body).status).toBe('in-progress');
    const { status, results } = JSON.parse((await ask(lab, `${address}/${id}`)).body);
    expect(status).toBe('finished');
    expect(results.map((one: { result: { status: string } }) => one.result.status)).toEqual([
      'failed',
      'failed',
      'finished',
    ]);
  });
});

describe.each(['chrome', 'firefox'] as const)('%s', (kind) => {
  describe.skipIf(findBrowser(kind) === null)('in the lab', () => {
    let session: Session;
    let page: Page;
    beforeAll(async () => {
      session = await openBrowser({ kind, lab, extensionDir: probe.dir, unresolvable: ['gone.example'] });
      page = await session.newPage();
    }, 30_000);
    afterAll(() => session.close());

    const see = () => session.inExtension(readProbe);
    const fetchThere = (url: string) => session.inExtension(fetchByProbe, url);
    const seen = (wanted: Partial<Seen>) =>
      vi.waitFor(async () => expect(await see()).toContainEqual(expect.objectContaining(wanted)), 5000);

    test('the popup opens and the badge can be read', async () => {
      const popup = await session.openPopup();
      expect(await popup.$eval('main', (main) => main.textContent)).toBe('Lab probe');
      await popup.close();
      await vi.waitFor(
        async () => expect(await session.badge()).toEqual({ text: 'lab', title: 'Lab probe' }),
        20_000,
      );
    });

    test('every screen has its own shape', async () => {
      lab.setWorld(HURRY);
      await session.gotoWhatsApp(page);
      for (const screen of PAGE_SCREENS) {
        lab.setWorld({ whatsapp: { page: screen } });
        await vi
          .waitFor(async () => expect(await page.evaluate(readShape)).toBe(SHAPES[screen]), 5000)
          .catch((error) => {
            throw new Error(`${screen}: ${error.message}`);
          });
      }
    }, 40_000);

    test('a lost connection is hidden, announced, and forgotten', async () => {
      lab.setWorld(HURRY);
      await session.gotoWhatsApp(page);
      await page.waitForSelector('#pane-side');
      expect(lab.openSockets).toBeGreaterThan(0);
      lab.setWorld({ whatsapp: { socket: 'refuse' } });
      await page.waitForSelector('[data-testid="chat-butterbar"] svg.ic-warning');
      await page.waitForSelector('[data-testid="chat-butterbar"] button');
      lab.setWorld({ whatsapp: { socket: 'accept' } });
      await page.waitForFunction(() => !document.querySelector('[data-testid="chat-butterbar"] *'));
    }, 20_000);

    test('a cold start without a socket ends in a dialog', async () => {
      lab.setWorld({ whatsapp: { clientTimeScale: 0.05, socket: 'refuse' } });
      await session.gotoWhatsApp(page);
      await page.waitForSelector('[role="dialog"] hr');
      lab.setWorld({ whatsapp: { statusJson: 'dead' } });
      await page.waitForFunction(
        () => document.querySelector('[role="dialog"] h1') && !document.querySelector('hr'),
      );
    }, 20_000);

    test('sends that do not go through stay pending or fail', async () => {
      lab.setWorld({ whatsapp: { page: 'main', sends: 'pending' } });
      await session.gotoWhatsApp(page);
      await page.waitForSelector('#main svg.wds-ic-time');
      lab.setWorld({ whatsapp: { sends: 'fail' } });
      await page.waitForSelector('#main svg.ic-error');
      lab.setWorld({ whatsapp: { sends: 'ok' } });
      await page.waitForFunction(() => !document.querySelector('#main .wds-ic-time, #main .ic-error'));
    });

    test('an extension sees dead hosts, refusals and lost names', async () => {
      lab.setWorld({ whatsapp: { document: 'dead', statusJson: 503 } });
      await session.gotoWhatsApp(page);
      await seen({ name: 'onErrorOccurred', type: 'main_frame', error: DEAD[kind] });
      expect(await fetchThere(STATUS_JSON)).toBe('basic');
      await seen({ name: 'onCompleted', type: 'xmlhttprequest', url: STATUS_JSON, statusCode: 503 });
      lab.setWorld({ ...HURRY, whatsapp: { document: 'healthy', socket: 'refuse' } });
      await session.gotoWhatsApp(page);
      const refused =
        kind === 'chrome'
          ? { name: 'onErrorOccurred' as const }
          : { name: 'onCompleted' as const, statusCode: 503 };
      await seen({ ...refused, type: 'websocket' });
      await page.goto('https://gone.example/').then(
        () => expect.fail('gone.example was found'),
        (error) =>
          expect(String(error)).toMatch(/NAME_NOT_RESOLVED|UNKNOWN_HOST|unknownProtocolFound|dnsNotFound/),
      );
    }, 20_000);

    test('an untrusted certificate is not accepted', async () => {
      lab.setWorld({ untrusted: ['metastatus.com'] });
      expect(await fetchThere('https://metastatus.com/data/orgs.json')).toBe('rejected');
      lab.setWorld({ untrusted: [] });
      expect(await fetchThere('https://metastatus.com/data/orgs.json')).toBe('basic');
    });

    test('a worker serves the page of a dead host', async () => {
      lab.setWorld({ whatsapp: { page: 'main', serviceWorker: true } });
      await session.gotoWhatsApp(page);
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      lab.setWorld({ allDead: true });
      await session.gotoWhatsApp(page);
      await page.waitForSelector('#pane-side');
      lab.setWorld({ whatsapp: { serviceWorker: false } });
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistrations()).length === 0);
    }, 20_000);

    test('the background can be stopped, and wakes by itself', async () => {
      await vi.waitFor(async () => {
        await session.stopBackground();
        expect(await session.isBackgroundRunning()).toBe(false);
      });
      await session.gotoWhatsApp(page);
      await vi.waitFor(async () => expect(await session.isBackgroundRunning()).toBe(true));
    });

    test('pictures follow the colour scheme, and the journal holds no chatter', async () => {
      lab.clearRequests();
      lab.setWorld({ whatsapp: { page: 'main' } });
      await session.gotoWhatsApp(page);
      await page.waitForSelector('#pane-side');
      const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const light = await screenshot(session, page, { width: 700, height: 300, colorScheme: 'light' });
      const lightBackground = await background();
      const dark = await screenshot(session, page, { width: 700, height: 300, colorScheme: 'dark' });
      expect(await background()).not.toBe(lightBackground);
      expect(Buffer.from(light).equals(dark)).toBe(false);
      const hosts = new Set(lab.requests.map(({ host }) => host));
      expect([...hosts].sort()).toEqual(['static.whatsapp.net', 'web.whatsapp.com']);
    });
  });
});

const DEAD = { chrome: 'net::ERR_EMPTY_RESPONSE', firefox: 'NS_ERROR_NET_RESET' };
