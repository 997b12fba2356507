/**
 * The items of an RSS 2.0 feed, in one pass over the text. A service worker has no `DOMParser`, and an XML parser would
 * weigh more than all our sources together; Meta's feed needs next to nothing of XML (`docs/adr/0013-metas-second-path.md`).
 */

/** What an item says: the text of each of its elements, by name. */
export type Item = Readonly<Record<string, string>>;

/** A comment, CDATA, a tag, or text: none of these can be read in two ways, so a hostile text costs one pass. */
const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^<>\s/]*)((?:[\s/][^<>]*)?)>|([^<]+)/gy;

/** Deeper than any feed that is one. */
const DEEPEST = 8;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The feed's items, or `null` when it is not RSS, not whole, or brings a document type. Never throws. */
export function parseItems(text: string): Item[] | null {
  const items: Record<string, string>[] = [];
  const open: string[] = [];
  let length = 0;
  let root = '';
  for (const [token, cdata, close, name, rest = '', plain = ''] of text.matchAll(TOKEN)) {
    length += token.length;
    if (name === undefined) {
      // Text of an element of an item, and of nothing deeper.
      const item = open.length === 4 && open[2] === 'item' && items.at(-1);
      if (item)
        item[open[3] ?? ''] = (item[open[3] ?? ''] ?? '') + (cdata ?? plain.replace(REFERENCE, resolve));
    } else if (close) {
      if (open.pop() !== name) return null;
    } else if (!name.startsWith('?') && !rest.endsWith('/')) {
      // A document type, which could bring entities of its own, is like an element that never closes.
      open.push(name);
      root = open[0] ?? '';
      if (root !== 'rss' || open.length > DEEPEST) return null;
      if (open.join() === 'rss,channel,item') items.push({});
    }
  }
  return root && length === text.length && open.length === 0 ? items : null;
}

/** The five references XML knows, and characters by number; any other stays as it is written. */
const REFERENCE = /&(#x?[\da-f]{1,6}|\w{2,4});/gi;

function resolve(whole: string, name: string): string {
  if (name[0] !== '#') return NAMED[name] ?? whole;
  const code = Number(`0${name.slice(1)}`);
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
