import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NET_CAUSES } from '../../../src/core/evidence';
import { meaningOf } from '../../../src/core/net-error';
import { always } from '../any';
import { anyString } from '../any-text';

/** Names as Chrome's and Firefox's `webRequest` write them. */
const MEANS: readonly (readonly [string, ReturnType<typeof meaningOf>])[] = [
  ['net::ERR_INTERNET_DISCONNECTED', 'disconnected'],
  ['NS_ERROR_OFFLINE', 'disconnected'],
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
  ['net::ERR_NAME_RESOLUTION_FAILED', 'name-not-resolved'],
  ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
  ['net::ERR_CONNECTION_REFUSED', 'refused'],
  ['NS_ERROR_CONNECTION_REFUSED', 'refused'],
  ['net::ERR_CONNECTION_RESET', 'reset'],
  ['net::ERR_EMPTY_RESPONSE', 'reset'],
  ['NS_ERROR_NET_RESET', 'reset'],
  ['net::ERR_TIMED_OUT', 'timed-out'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['NS_ERROR_NET_TIMEOUT', 'timed-out'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'certificate'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['net::ERR_CERT_DATE_INVALID', 'certificate-date'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'proxy'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'proxy'],
  ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'proxy'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'protocol'],
];

describe('meaning of a network error', () => {
  it.each(MEANS)('%s means %s', (name, meaning) => {
    expect(meaningOf(name)).toBe(meaning);
  });

  it('takes a blocking resolver’s 0.0.0.0 for a name that was not resolved', () => {
    expect(meaningOf('net::ERR_ADDRESS_INVALID')).toBe('name-not-resolved');
  });

  it.each([
    ['the person closed or left the page', 'net::ERR_ABORTED'],
    ['the person closed or left the page', 'NS_BINDING_ABORTED'],
    ['the laptop slept', 'net::ERR_NETWORK_IO_SUSPENDED'],
    ['the laptop changed networks', 'net::ERR_NETWORK_CHANGED'],
    ['the laptop changed networks', 'NS_ERROR_NETWORK_CHANGED'],
  ])('accuses nobody when %s (%s)', (_, name) => {
    expect(meaningOf(name)).toBe('ignored');
  });

  // Firefox gives errors of the secure connection as sentences, in the browser's own language.
  it.each([
    ['Peer’s Certificate issuer is not recognized.', 'certificate'],
    ['The certificate is not trusted because it is self-signed.', 'certificate'],
    [
      'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
      'certificate',
    ],
    ['Peer’s Certificate has expired.', 'certificate-date'],
    ['The server presented a certificate that is not yet valid.', 'certificate-date'],
    ['Das Zertifikat der Gegenstelle ist abgelaufen.', 'protocol'],
  ])('%s means %s', (sentence, meaning) => {
    expect(meaningOf(sentence)).toBe(meaning);
  });

  it('never mixes a certificate’s date, which a wrong clock explains, with its name or issuer', () => {
    expect(meaningOf('net::ERR_CERT_DATE_INVALID')).not.toBe(meaningOf('net::ERR_CERT_AUTHORITY_INVALID'));
  });

  it.each([
    '',
    'net::ERR_',
    'net::ERR_SOMETHING_OF_2031',
    'NS_ERROR_SOMETHING_OF_2031',
    // A browser's name counts in that browser only.
    'ERR_CONNECTION_RESET',
    'net::ERR_NS_ERROR_NET_RESET',
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
        expect([...NET_CAUSES, 'ignored']).toContain(meaningOf(name));
      }),
    );
  });
});
