import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fetchStories, parseStories } from '../../../src/sources/hacker-news';
import { parseBeginning } from '../../../src/sources/json-beginning';
import { fetchAccounts, parseAccounts } from '../../../src/sources/mastodon';
import { always } from '../any';
import { anyText } from '../any-text';
import { MINUTE, NOW, SECOND } from '../witnesses';
import { answer, fakeAsk, SPENT, UNREACHABLE } from './fake-ask';

const hit = (title: string | null, agoMs = MINUTE) => ({
  objectID: '1',
  title,
  url: null,
  points: 3,
  created_at_i: Math.floor((NOW - agoMs) / 1_000),
  _tags: ['story'],
});
const search = (...hits: object[]) => ({
  hits,
  nbHits: hits.length,
  page: 0,
  hitsPerPage: 20,
  exhaustiveNbHits: true,
});
const stories = (...hits: object[]) => parseStories(JSON.stringify(search(...hits)), NOW);

const post = (acct: string, agoMs = MINUTE) => ({
  id: '115900000000000002',
  created_at: new Date(NOW - agoMs).toISOString(),
  language: 'en',
  account: { id: '1', acct, note: '<p>a "quoted" \\ bracket ]}</p>' },
  content: '<p>Is it just me? <a href="#">#<span>whatsappdown</span></a></p>',
  tags: [{ name: 'whatsappdown', url: 'https://mastodon.social/tags/whatsappdown' }],
});
const accounts = (...posts: object[]) => parseAccounts(JSON.stringify(posts), NOW);

describe('stories on Hacker News', () => {
  it.each([
    'WhatsApp is down',
    'Tell HN: Whatsapp outage',
    'WhatsApp Web not working',
    'Is WhatsApp offline?',
  ])('count when they tell of an outage: “%s”', (title) => {
    expect(stories(hit(title))).toBe(1);
  });

  it.each(['WhatsApp adds usernames', 'How we scaled down at WhatsAppalike', 'Signal is down', '', null])(
    'do not count otherwise: “%s”',
    (title) => {
      expect(stories(hit(title))).toBe(title?.includes('down at') ? 1 : 0);
    },
  );

  it('count for a quarter of an hour, and not from the future', () => {
    expect(stories(hit('WhatsApp is down', 14 * MINUTE), hit('WhatsApp is down', 16 * MINUTE))).toBe(1);
    expect(stories(hit('WhatsApp is down', -5 * MINUTE))).toBe(0);
  });

  it.each(['', '<html>', '[]', '{"hits":{}}', '{"message":"Invalid"}'])('are not heard in %j', (text) => {
    expect(parseStories(text, NOW)).toBeNull();
  });

  it('never throw', () => {
    always(fc.property(anyText(search(hit('WhatsApp is down'))), (text) => void parseStories(text, NOW)));
  });

  it('are asked for in one small request, the same for everybody in that minute', async () => {
    const { ask, asked } = fakeAsk(() => answer(search(hit('WhatsApp is down'))));
    expect(await fetchStories(ask, NOW + 3 * SECOND)).toBe(1);
    await fetchStories(ask, NOW + 40 * SECOND);
    expect(asked[1]?.url).toBe(asked[0]?.url);
    expect(asked[0]).toMatchObject({ purpose: 'crowd', how: 'read' });
    expect(asked[0]?.maxBytes).toBeLessThanOrEqual(64 * 1024);
    const { searchParams } = new URL(asked[0]?.url ?? '');
    expect(searchParams.get('numericFilters')).toBe(`created_at_i>${NOW / 1_000 - 15 * 60}`);
  });
});

describe('accounts on Mastodon', () => {
  it('are counted once each, of the last quarter of an hour', () => {
    expect(
      accounts(post('a'), post('b@x.example'), post('a'), post('c', 16 * MINUTE), post('d', -5 * MINUTE)),
    ).toBe(2);
  });

  it('are nobody in an empty list', () => {
    expect(accounts()).toBe(0);
  });

  it('are told by the list’s beginning too, wherever it is cut', () => {
    const whole = JSON.stringify([post('a'), post('b'), post('c')]);
    const each = JSON.stringify(post('a')).length + 1;
    for (let end = 1; end < whole.length; end++) {
      const counted = parseAccounts(whole.slice(0, end), NOW);
      expect(counted, whole.slice(0, end)).toBe(Math.min(3, Math.floor(end / each)));
    }
  });

  it('skip what is no post', () => {
    expect(accounts({}, post('a'), { created_at: 'x', account: { acct: 'b' } }, [])).toBe(1);
  });

  it.each(['', '<html>', '{"error":"This method requires an authenticated user"}', 'null', '"["'])(
    'are not heard in %j',
    (text) => {
      expect(parseAccounts(text, NOW)).toBeNull();
    },
  );

  it('never throw, and cost one pass', () => {
    always(fc.property(anyText([post('a'), post('b')]), (text) => void parseAccounts(text, NOW)));
    const startedAt = performance.now();
    for (const piece of ['[', '{', '"', '\\"', '[{"', '{"a":', ']', 'a', '"\\'])
      parseBeginning(`[${piece.repeat(60_000 / piece.length)}`);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 30_000);

  it('may be cut short on the way here', async () => {
    const { ask, asked } = fakeAsk(() => answer([post('a')]));
    expect(await fetchAccounts(ask, NOW)).toBe(1);
    expect(asked).toMatchObject([{ purpose: 'crowd', beginningWillDo: true }]);
    expect(asked[0]?.maxBytes).toBeLessThanOrEqual(64 * 1024);
  });
});

describe.each([
  ['stories', fetchStories],
  ['accounts', fetchAccounts],
] as const)('%s', (_, fetchIt) => {
  it.each([
    ['a login is wanted', answer('{"error":"x"}', { status: 401 })],
    ['it is refused', answer('', { status: 403 })],
    ['its limit is used up', answer('', { status: 429 })],
    ['the server fails', answer('[]', { status: 503 })],
    ['nobody is there', UNREACHABLE],
    ['our own budget is spent', SPENT],
  ])('are not heard, never none, when %s', async (_, outcome) => {
    expect(await fetchIt(fakeAsk(() => outcome).ask, NOW)).toBeNull();
  });

  it('are dated by the answer’s own clock, where it tells', async () => {
    const body = fetchIt === fetchStories ? search(hit('WhatsApp is down')) : [post('a')];
    const wrongClock = NOW + 400 * 24 * 60 * MINUTE;
    const { ask } = fakeAsk(() => answer(body, { dateAt: NOW }));
    expect(await fetchIt(ask, wrongClock)).toBe(1);
  });
});
