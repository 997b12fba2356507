import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItems } from '../../../src/sources/rss';
import { always } from '../any';
import { anyString } from '../any-text';

const rss = (inside: string) =>
  `<?xml version="1.0"?>\n<rss version="2.0"><channel>${inside}</channel></rss>`;
const title = (text: string) => parseItems(rss(`<item><title>${text}</title></item>`))?.[0]?.title;

describe('the items of a feed', () => {
  it('are read with what each says, in order', () => {
    const items = parseItems(
      rss(`<title>Status</title>
        <item><title>One</title><pubDate>Sat, 21 Nov 2026 16:04:00 GMT</pubDate></item>
        <item><title>Two</title><guid isPermaLink="false">x</guid></item>`),
    );
    expect(items).toMatchObject([
      { title: 'One', pubDate: 'Sat, 21 Nov 2026 16:04:00 GMT' },
      { title: 'Two', guid: 'x' },
    ]);
  });

  it('are none in a healthy feed, as Meta’s was recorded in 2025', () => {
    const feed = `<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0">
<channel>
<title>Facebook Login Status</title>
<link>https://metastatus.com/facebook-login</link>
<atom:link href="https://metastatus.com/outage-events-feed-facebook-login.rss" rel="self" type="application/rss+xml"/>
<description>Status updates for Facebook Login</description>
<lastBuildDate>Fri, 15 Aug 2025 18:51:55 GMT</lastBuildDate>
</channel>
</rss>`;
    expect(parseItems(feed)).toEqual([]);
  });

  it.each([
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&quot;it&apos;s&quot;', '"it\'s"'],
    ['it&#39;s &#x1F600;', 'it’s 😀'.replace('’', "'")],
    ['&amp;lt;', '&lt;'],
    ['&nbsp; &copy; & &#xFFFFFF; &#;', '&nbsp; &copy; & &#xFFFFFF; &#;'],
    ['<![CDATA[<b>&amp;</b>]]> and &amp;', '<b>&amp;</b> and &'],
    ['<![CDATA[</title><title>x]]>', '</title><title>x'],
    ['a<!-- <title>no</title> -->b', 'ab'],
  ])('say %j as %j', (written, said) => {
    expect(title(written)).toBe(said);
  });

  it('are neither those of a comment nor of a text', () => {
    const fake = '<item><title>[High disruptions]: Cloud API</title></item>';
    expect(parseItems(rss(`<!-- ${fake} --><description><![CDATA[${fake}]]></description>`))).toEqual([]);
    expect(parseItems(rss(`<group>${fake}</group>`))).toEqual([]);
    expect(title('<title>[High disruptions]</title>')).toBeUndefined();
  });

  it.each([
    ['a web page', '<!DOCTYPE html><html><head></head></html>'],
    ['a document type with entities of its own', `<!DOCTYPE rss [<!ENTITY a "b">]>${rss('')}`],
    ['a document type in the middle', rss('<!DOCTYPE rss><item><title>x</title></item>')],
    ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title></entry></feed>'],
    ['nothing', ''],
    ['spaces', ' \n '],
    ['JSON', '{"rss":[]}'],
    ['a feed cut short', rss('<item><title>x</title></item>').slice(0, -8)],
    ['a comment that never ends', `${rss('')}<!-- `],
    ['CDATA that never ends', rss('<item><title><![CDATA[x</title></item>')],
    ['a tag that never ends', '<rss><channel><item><title'],
    ['tags closed crosswise', '<rss><channel><item></channel></item></rss>'],
    ['more closed than opened', `${rss('')}</rss>`],
    ['tags nested for ever', '<rss>'.repeat(20_000)],
  ])('are not looked for in %s', (_, text) => {
    expect(parseItems(text)).toBeNull();
  });

  it('cannot reach beyond themselves by their names', () => {
    const items = parseItems(rss('<item><__proto__>x</__proto__><constructor>y</constructor></item>'));
    expect(items).toHaveLength(1);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('never throw, whatever comes', () => {
    const part = fc.constantFrom(
      '<rss>',
      '</rss>',
      '<channel>',
      '</channel>',
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<a/>',
      '<',
      '>',
      '&amp;',
      '&#x41;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?xml?>',
      '<!DOCTYPE x>',
      '[High disruptions]: x',
    );
    const any = fc.array(fc.oneof(part, anyString(10)), { maxLength: 40 }).map((parts) => parts.join(''));
    always(
      fc.property(any, (text) => {
        for (const inside of [text, rss(text), rss(`<item>${text}</item>`)])
          expect(parseItems(inside) === null || Array.isArray(parseItems(inside))).toBe(true);
      }),
    );
  });

  it.each([
    ['brackets', '<'],
    ['names', '<a'],
    ['one long name', 'a'],
    ['comments begun', '<!--'],
    ['CDATA begun', '<![CDATA['],
    ['self-closing tags', '<a />'],
    ['slashes', ' /'],
    ['references', '&#'],
    ['ampersands', '&'],
    ['items', '<item></item>'],
  ])(
    'cost one pass over a quarter of a megabyte of %s',
    (_, piece) => {
      const heap = piece.repeat(256_000 / piece.length);
      const startedAt = performance.now();
      for (const text of [heap, `<${heap}`, rss(heap), rss(`<item><title>${heap}</title></item>`)])
        parseItems(text);
      // A second pass per character would take minutes.
      expect(performance.now() - startedAt).toBeLessThan(10_000);
    },
    30_000,
  );
});
