import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorNamesDocument } from '../../../scripts/docs/error-names';
import { NET_CAUSES } from '../../../src/core/evidence';
import { isPassing, meaningOf, NAMES } from '../../../src/core/net-error';
import { always } from '../any';
import { anyString } from '../any-text';
import { ERROR_NAMES, SENTENCES } from './error-names';

describe('meaning of a network error', () => {
  it.each(ERROR_NAMES.map(({ name, means }) => [name, means] as const))('%s means %s', (name, means) => {
    expect(meaningOf(name)).toBe(means);
  });

  // Firefox gives errors of the secure connection as sentences, in the browser's own language.
  it.each(SENTENCES)('%s means %s', (sentence, means) => {
    expect(meaningOf(sentence)).toBe(means);
  });

  it('ships no name without a source', () => {
    const sourced = new Set(ERROR_NAMES.map(({ name }) => name));
    const shipped = Object.values(NAMES).flatMap(([chrome, firefox]) => [
      ...chrome.split(' ').map((name) => `net::ERR_${name}`),
      ...(firefox?.split(' ').map((name) => `NS_${name}`) ?? []),
    ]);
    expect(shipped.filter((name) => !sourced.has(name))).toEqual([]);
    expect(sourced.size, 'a name stands twice').toBe(ERROR_NAMES.length);
  });

  it('has a name of each browser for every cause that the browser tells', () => {
    const byCause = (prefix: string) =>
      new Set(ERROR_NAMES.filter(({ name }) => name.startsWith(prefix)).map(({ means }) => means));
    expect(['aborted', ...NET_CAUSES].filter((cause) => !byCause('net::').has(cause as never))).toEqual([]);
    // Firefox tells certificates by sentence, and neither sleep nor another network by name.
    expect(['aborted', ...NET_CAUSES].filter((cause) => !byCause('NS_').has(cause as never))).toEqual([
      'suspended',
      'network-changed',
      'certificate',
      'certificate-date',
    ]);
  });

  it('docs/error-names.md is what the names say; `npm run docs` writes it anew', () => {
    const written = readFileSync(new URL('../../../docs/error-names.md', import.meta.url), 'utf8');
    expect(written, 'out of date: run `npm run docs`').toBe(errorNamesDocument());
  });

  it('takes what ended a load without failing for passing, and nothing else', () => {
    const passing = ['aborted', ...NET_CAUSES].filter((cause) => isPassing(cause as never));
    expect(passing).toEqual(['aborted', 'suspended', 'network-changed']);
  });

  it('never mixes a certificate’s date, which a wrong clock explains, with its name or issuer', () => {
    expect(meaningOf('net::ERR_CERT_DATE_INVALID')).not.toBe(meaningOf('net::ERR_CERT_AUTHORITY_INVALID'));
  });

  it.each([
    '',
    ' ',
    'net::ERR_',
    'NS_',
    'net::ERR_SOMETHING_OF_2031',
    'NS_ERROR_SOMETHING_OF_2031',
    // A browser's name counts in that browser only.
    'ERR_CONNECTION_RESET',
    'net::ERR_NS_ERROR_NET_RESET',
    'net::ERR_CONNECTION_RESET and more',
    // Not looked up on the prototype.
    'constructor',
    '__proto__',
    'net::ERR_toString',
  ])('does not guess at %j', (name) => {
    expect(meaningOf(name)).toBe('unknown');
  });

  it('gives one of the known meanings for any text', () => {
    always(
      fc.property(anyString(60), (name) => {
        expect([...NET_CAUSES, 'aborted']).toContain(meaningOf(name));
      }),
    );
  });
});
