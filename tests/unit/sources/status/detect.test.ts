import { describe, expect, it } from 'vitest';
import type { AskOutcome } from '../../../../src/sources/ask';
import { detectPage, type KnownPage } from '../../../../src/sources/status/detect';
import { atom, betterStack, cachet, instatus, statusIo, statuspage } from '../../../fixtures/status-pages';
import { answer, fakeAsk, SPENT, UNREACHABLE } from '../fake-ask';

const PAGE = answer('<!DOCTYPE html><title>Status</title>', { contentType: 'text/html' });
const NOT_FOUND = answer('<h1>404</h1>', { status: 404, contentType: 'text/html' });
const SIGNAL: KnownPage = {
  page: 'https://status.signal.org/',
  url: 'https://status.signal.org/',
  format: 'signal',
  name: 'Signal',
};

/** A host that has `answers` under these paths, and a page for people under all others. */
async function detect(
  answers: Record<string, AskOutcome>,
  typed = 'https://status.example.com/',
  rest = PAGE,
) {
  const { ask, asked } = fakeAsk((url) => answers[url.pathname + url.search] ?? rest);
  const found = await detectPage(ask, typed, [SIGNAL]);
  return { found, paths: asked.map(({ url }) => url.replace('https://status.example.com', '')), asked };
}

describe('what kind of page it is', () => {
  it.each<[string, string, unknown, string | null, number]>([
    ['statuspage', '/api/v2/summary.json', statuspage(), 'Example Chat', 1],
    ['instatus', '/summary.json', instatus(), 'Example', 2],
    ['better-stack', '/index.json', betterStack(), 'Example', 3],
    ['cachet', '/api/v1/components?per_page=100', cachet([1]), null, 4],
    ['feed', '/history.atom', atom([]), 'Example Status - Incident History', 5],
    ['feed', '/feed.rss', atom([]), 'Example Status - Incident History', 7],
  ])('%s is found at %s', async (format, path, body, name, requests) => {
    const { found, paths } = await detect({ [path]: answer(body) });
    expect(found).toEqual({ ok: true, url: `https://status.example.com${path}`, format, name });
    expect(paths).toHaveLength(requests);
  });

  it('is found where the person said, when that is data', async () => {
    const typed = 'https://api.status.io/1.0/status/5b36dc6502d06804c08349f7';
    const { found, asked } = await detect(
      { '/1.0/status/5b36dc6502d06804c08349f7': answer(statusIo(100)) },
      typed,
    );
    expect(found).toEqual({ ok: true, url: typed, format: 'status-io', name: null });
    expect(asked).toHaveLength(1);
  });

  it('is known by its address alone for pages of one company', async () => {
    const { found, asked } = await detect({}, 'https://status.signal.org/');
    expect(found).toMatchObject({ ok: true, format: 'signal' });
    expect(asked).toEqual([]);
  });

  it('is none: eight requests at most, all to that one host, and it says so', async () => {
    for (const rest of [PAGE, NOT_FOUND]) {
      const { found, asked } = await detect({}, 'https://status.example.com/x/feed.xml', rest);
      expect(found).toEqual({ ok: false, why: 'no-status-page' });
      expect(asked).toHaveLength(8);
      expect(new Set(asked.map(({ url }) => new URL(url).origin))).toEqual(
        new Set(['https://status.example.com']),
      );
      expect(
        asked.every(({ purpose, how, maxBytes }) => purpose === 'fallback' && how === 'read' && maxBytes),
      ).toBe(true);
    }
  });

  it.each<[string, AskOutcome, string]>([
    ['does not answer', UNREACHABLE, 'unreachable'],
    ['may not be asked any more this hour', SPENT, 'spent'],
    ['asks for patience', { kind: 'error', why: 'refused', name: null }, 'refused'],
    ['may not be read', { kind: 'error', why: 'no-permission', name: null }, 'no-permission'],
  ])('is not looked for any further when the host %s', async (_, outcome, why) => {
    const { found, asked } = await detect({}, undefined, outcome as typeof PAGE);
    expect(found).toEqual({ ok: false, why });
    expect(asked).toHaveLength(1);
  });

  it('is looked for further after a body too long or a redirect', async () => {
    const tooLong: AskOutcome = { kind: 'error', why: 'unreadable', name: null };
    const redirect: AskOutcome = { kind: 'redirect', toHost: null };
    const { found } = await detect({
      '/api/v2/summary.json': tooLong,
      '/summary.json': redirect,
      '/index.json': answer(betterStack()),
    });
    expect(found).toMatchObject({ ok: true, format: 'better-stack' });
  });
});
