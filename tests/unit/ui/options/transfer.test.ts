import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../../src/core/settings';
import { fileOf, isNetwork, LARGEST_FILE, readFile } from '../../../../src/ui/options/transfer';

const chosen: Settings = {
  ...DEFAULT_SETTINGS,
  language: 'bn',
  theme: 'dark',
  banner: false,
  country: 'IN',
  network: 64_500,
  ways: ['signal', 'sms'],
  contacts: { signal: '+919876543210' },
  pages: [{ url: 'https://status.example.com/', format: 'statuspage', name: 'Example' }],
};

const withPatch = (patch: object) => readFile(JSON.stringify({ ...JSON.parse(fileOf(chosen)), ...patch }));

describe('a file of settings', () => {
  it.each([DEFAULT_SETTINGS, chosen])('comes back as it went', (settings) => {
    expect(readFile(fileOf(settings))).toEqual(settings);
  });

  it.each([
    ['no JSON', 'Dear diary,'],
    ['no object', '[]'],
    ['nothing', ''],
    ['null', 'null'],
    ['another program’s', JSON.stringify(chosen)],
    ['cut off', fileOf(chosen).slice(0, -20)],
    ['too large', fileOf({ ...chosen, contacts: { sms: 'x'.repeat(LARGEST_FILE) } })],
  ])('that is %s is not taken', (_, text) => {
    expect(readFile(text)).toBeNull();
  });

  it.each<[string, object]>([
    ['a theme we do not have', { theme: 'neon' }],
    ['another version', { version: 2 }],
    ['a language we do not have', { language: 'tlh' }],
    ['a folder that leads elsewhere', { language: '../../icons' }],
    ['no country', { country: 'ZZ' }],
    ['no operator', { network: -1 }],
    ['half an operator', { network: 1.5 }],
    ['the same way twice', { ways: ['sms', 'sms'] }],
    ['a way without a name', { ways: [''] }],
    ['more ways than there are', { ways: Array.from({ length: 61 }, (_, index) => `way-${index}`) }],
    ['a contact as long as a book', { contacts: { sms: 'x'.repeat(255) } }],
    ['a page that is no web page', { pages: [{ url: 'javascript:alert(1)', format: 'x', name: 'x' }] }],
    ['a page without protection', { pages: [{ url: 'http://a.example/', format: 'x', name: 'x' }] }],
    ['a source’s leave that is no word of ours', { leave: { ...chosen.leave, dns: 'always' } }],
    ['a source’s leave missing', { leave: {} }],
  ])('with %s is not taken at all', (_, patch) => {
    expect(withPatch(patch)).toBeNull();
  });

  it('brings nothing along that is not a setting', () => {
    expect(withPatch({ evil: true, __proto__: { polluted: 1 } })).toEqual(chosen);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readFile(text)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(chosen)), fc.jsonValue(), (key, value) => {
        const read = withPatch({ [key]: value });
        if (read !== null) expect(readFile(fileOf(read))).toEqual(read);
      }),
    );
  });
});

it('an operator’s number has 32 bits', () => {
  expect([null, 1, 4_294_967_295].every(isNetwork)).toBe(true);
  expect([0, 4_294_967_296, Number.NaN, 0.5].some(isNetwork)).toBe(false);
});
