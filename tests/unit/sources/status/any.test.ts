/** Whatever comes: no reader throws, none takes long, and none calls a page fine that it did not understand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Format, loadReader, recognise } from '../../../../src/sources/status/formats';
import { APP_STATES } from '../../../../src/sources/status/state';
import * as pages from '../../../fixtures/status-pages';
import { always } from '../../any';
import { anyString, anyText } from '../../any-text';
import { NOW } from '../../witnesses';

const CASES = 2_000;

/** A full body of each kind, to be bent. */
const SAMPLES: Readonly<Record<Format, { body: unknown; product?: string }>> = {
  statuspage: { body: pages.statuspage({ incidents: [pages.incident(NOW)] }) },
  slack: { body: pages.slack({ status: 'active', active_incidents: [pages.slackIncident()] }) },
  google: {
    body: [pages.googleIncident(NOW, { end: null }), pages.googleIncident(NOW)],
    product: 'Google Chat',
  },
  apple: { body: pages.apple([pages.appleEvent(NOW)]), product: 'iMessage' },
  microsoft: { body: pages.microsoft('Service degradation', 'Slow'), product: 'Microsoft Teams' },
  signal: { body: pages.signalPage('Signal is up and running.') },
  instatus: { body: pages.instatus({ activeIncidents: [{ name: 'Slow', impact: 'MINOROUTAGE' }] }) },
  'better-stack': { body: pages.betterStack('degraded', [pages.report(NOW)]) },
  'status-io': { body: pages.statusIo(500, { incidents: [{ name: 'Slow' }] }) },
  cachet: { body: pages.cachet([1, 2, 4]) },
  feed: { body: pages.atom([{ title: 'Slow', at: NOW, prose: pages.update('Identified') }]) },
};

/** The sample as text with pieces cut out, doubled, or replaced by anything. */
function bentText(sample: string): fc.Arbitrary<string> {
  const at = fc.nat(sample.length);
  return fc.tuple(at, fc.nat(60), anyString(60)).map(([start, length, by]) => {
    return sample.slice(0, start) + by + sample.slice(start + length);
  });
}

describe.each(Object.keys(SAMPLES) as Format[])('%s', (format) => {
  const { body, product = '' } = SAMPLES[format];
  const text = typeof body === 'string' ? body : JSON.stringify(body);

  it('is read whatever comes', async () => {
    const read = await loadReader(format);
    if (read === null) throw new Error('no reader');
    let slowest = 0;
    always(
      fc.property(fc.oneof(anyText(body), bentText(text)), (any) => {
        const begun = performance.now();
        const { state, incident, since } = read(any, NOW, product);
        slowest = Math.max(slowest, performance.now() - begun);
        expect(APP_STATES).toContain(state);
        if (incident !== null) {
          expect([...incident].length).toBeLessThanOrEqual(120);
          expect(incident).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        }
        if (since !== null) expect(Number.isFinite(since)).toBe(true);
      }),
      CASES,
    );
    // Two cores for everybody: generous, and still far from what a bad expression would take.
    expect(slowest).toBeLessThan(500);
  });

  it('is never called fine by noise', async () => {
    const read = await loadReader(format);
    always(
      fc.property(anyString(300), (noise) => {
        expect(read?.(noise, NOW, product).state).toBe('unknown');
      }),
      CASES,
    );
  });

  it('is recognised by its shape, if it may be any company’s', async () => {
    const anybodys = ['statuspage', 'slack', 'instatus', 'better-stack', 'status-io', 'cachet', 'feed'];
    expect((await recognise(text))?.format ?? null).toBe(anybodys.includes(format) ? format : null);
  });
});

describe('recognising', () => {
  it('never throws, and knows no noise', async () => {
    const kinds = Object.values(SAMPLES).map(({ body }) => body);
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyString(300), fc.constantFrom(...kinds).chain(anyText)), async (any) => {
        const found = await recognise(any);
        expect(found === null || found.format in SAMPLES).toBe(true);
      }),
      { numRuns: CASES, seed: 20_261_121 },
    );
  });

  it.each([
    ['a page for people', '<!DOCTYPE html><html><head><title>Status</title></head></html>'],
    ['a page that speaks of feeds', '<html><!-- <rss > --><body>'],
    ['data of another kind', '{"status":"ok"}'],
    ['a list of another kind', '{"data":[{"id":1}]}'],
    ['nothing', ''],
  ])('is not misled by %s', async (_, body) => {
    expect(await recognise(body)).toBeNull();
  });
});

describe('hostile lengths', () => {
  const LONG = 256 * 1024;
  it.each<[string, string]>([
    ['open tags', '<'.repeat(LONG)],
    ['opened scripts', '<script>'.repeat(LONG / 8)],
    ['open brackets', '['.repeat(LONG)],
    ['open quotes', '"'.repeat(LONG)],
    ['backslashes', `["${'\\'.repeat(LONG)}`],
    ['marks', `{"status":{"indicator":"${'\u0301'.repeat(LONG)}"}}`],
    ['blanks', ' '.repeat(LONG)],
    ['entities', `<rss><channel><title>${'&amp;'.repeat(LONG / 6)}</title></channel></rss>`],
    ['a deep feed', `<rss>${'<a>'.repeat(LONG / 8)}`],
    ['attributes', `<rss ${'a="1" '.repeat(LONG / 7)}/>`],
    ['dashes in prose', pages.rss([{ title: 'x', at: NOW, prose: 'in '.repeat(LONG / 4) }])],
  ])('%s', async (_, text) => {
    for (const format of Object.keys(SAMPLES)) {
      const read = await loadReader(format);
      const begun = performance.now();
      read?.(text, NOW, 'x');
      expect(performance.now() - begun, format).toBeLessThan(1_500);
    }
    expect((await recognise(text))?.format ?? 'none').toMatch(/none|feed|statuspage/);
  });
});
