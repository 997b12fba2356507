/**
 * Every network error name we know, with its source: the data of `docs/error-names.md`. A test holds it against
 * `src/core/net-error.ts`, so that no name is shipped without a source.
 */
import type { meaningOf } from '../../../src/core/net-error';

export interface ErrorName {
  /** As the browser's `webRequest` writes it. */
  name: string;
  means: ReturnType<typeof meaningOf>;
  /** What the browser's own source says of it, in our words. */
  says: string;
  source: string;
}

/** Where the lists were read; each row of Chrome's has its number in that file. */
export const LISTS = {
  chrome: 'chromium/chromium `net/base/net_error_list.h` @0182b17, read 2026-11-21',
  firefox: 'mozilla/enterprise-firefox `xpcom/base/ErrorList.py` @085c764, read 2026-11-21',
  sentences:
    'mozilla/gecko-dev `toolkit/components/extensions/webrequest/ChannelWrapper.cpp`, `GetErrorString`: where the secure ' +
    'connection failed, the sentence of `nsINSSErrorsService` comes instead of a name',
} as const;

type Means = ErrorName['means'];
type Row = readonly [name: string, number: string, says: string];

const chrome = (means: Means, rows: readonly Row[]): ErrorName[] =>
  rows.map(([name, number, says]) => ({
    name: `net::ERR_${name}`,
    means,
    says,
    source: `Chrome, ${number}`,
  }));

const firefox = (means: Means, rows: readonly Row[]): ErrorName[] =>
  rows.map(([name, section, says]) => ({ name: `NS_${name}`, means, says, source: `Firefox, ${section}` }));

const NETWORK = 'module NETWORK';

export const ERROR_NAMES: readonly ErrorName[] = [
  ...chrome('aborted', [
    ['ABORTED', '-3', 'ended by the person'],
    ['CONTEXT_SHUT_DOWN', '-26', 'the browser, or this profile of it, is being closed'],
    ['WS_UPGRADE', '-173', 'a WebSocket handshake succeeded, and its request ends here'],
  ]),
  ...firefox('aborted', [
    ['BINDING_ABORTED', NETWORK, 'ended by the person'],
    ['BINDING_REDIRECTED', NETWORK, 'another request took over after a redirect'],
    ['BINDING_RETARGETED', NETWORK, 'handed to another part of the browser'],
    ['BINDING_CANCELLED_OLD_LOAD', 'module URILOADER', 'another load began'],
    ['ERROR_ABORT', 'base errors', 'ended on purpose, by an extension too'],
    ['ERROR_DOCSHELL_DYING', NETWORK, 'the tab is going away'],
    ['ERROR_PARSED_DATA_CACHED', 'module URILOADER', 'not needed, it was in the cache'],
    ['ERROR_DOCUMENT_NOT_CACHED', 'module NETWORK, cache', 'only the cache was asked'],
  ]),
  ...chrome('suspended', [['NETWORK_IO_SUSPENDED', '-331', 'the computer sleeps']]),
  ...chrome('network-changed', [['NETWORK_CHANGED', '-21', 'another network, Wi-Fi or VPN']]),
  ...chrome('disconnected', [['INTERNET_DISCONNECTED', '-106', 'the connection to the internet is lost']]),
  ...firefox('disconnected', [['ERROR_OFFLINE', NETWORK, 'the browser is offline']]),
  ...chrome('name-not-resolved', [
    ['NAME_NOT_RESOLVED', '-105', 'the name could not be resolved'],
    ['NAME_RESOLUTION_FAILED', '-137', 'resolving failed'],
    ['ICANN_NAME_COLLISION', '-166', 'resolved to 127.0.53.53, which marks a collision'],
    ['DNS_MALFORMED_RESPONSE', '-800', 'the resolver’s answer makes no sense'],
    ['DNS_SERVER_FAILED', '-802', 'the resolver failed or refused'],
    ['DNS_TIMED_OUT', '-803', 'the resolver did not answer'],
    [
      'ADDRESS_INVALID',
      '-108',
      'an address nobody can connect to, 0.0.0.0 for one: how many blocking resolvers answer',
    ],
  ]),
  ...firefox('name-not-resolved', [
    ['ERROR_UNKNOWN_HOST', 'module NETWORK, DNS', 'the name could not be resolved'],
    [
      'ERROR_DEFINITIVE_UNKNOWN_HOST',
      'module NETWORK, DNS',
      'the resolver says so for good (extended DNS error)',
    ],
    ['ERROR_DNS_LOOKUP_QUEUE_FULL', 'module NETWORK, DNS', 'too many names were waiting'],
  ]),
  ...chrome('refused', [['CONNECTION_REFUSED', '-102', 'the connection was refused']]),
  ...firefox('refused', [
    ['ERROR_CONNECTION_REFUSED', NETWORK, 'the connection failed, mostly because nobody listens there'],
    ['ERROR_WEBSOCKET_CONNECTION_REFUSED', NETWORK, 'a WebSocket connection failed'],
  ]),
  ...chrome('reset', [
    ['CONNECTION_RESET', '-101', 'cut (TCP RST)'],
    ['CONNECTION_CLOSED', '-100', 'closed (TCP FIN)'],
    ['CONNECTION_ABORTED', '-103', 'nobody acknowledged what was sent'],
    [
      'EMPTY_RESPONSE',
      '-324',
      'closed without a byte; also what a destroyed socket gives (measured 2026-11-21)',
    ],
  ]),
  ...firefox('reset', [
    [
      'ERROR_NET_RESET',
      NETWORK,
      'connected, and no data ever came; also a destroyed socket (measured 2026-11-21)',
    ],
    ['ERROR_NET_INTERRUPT', NETWORK, 'connected, and the transfer was interrupted'],
    ['ERROR_NET_PARTIAL_TRANSFER', NETWORK, 'only a part came'],
    ['ERROR_NET_UNCLEAN_SHUTDOWN', NETWORK, 'an HTTP/2 or HTTP/3 session was closed without a word'],
  ]),
  ...chrome('timed-out', [
    ['CONNECTION_TIMED_OUT', '-118', 'no connection within the time'],
    ['TIMED_OUT', '-7', 'no answer within the time'],
    ['CONNECTION_FAILED', '-104', 'no connection'],
    ['ADDRESS_UNREACHABLE', '-109', 'no route to the host'],
  ]),
  ...firefox('timed-out', [
    ['ERROR_NET_TIMEOUT', NETWORK, 'no answer within the time'],
    ['ERROR_NET_TIMEOUT_EXTERNAL', NETWORK, 'given up by whoever asked'],
  ]),
  ...chrome('certificate', [
    ['CERT_COMMON_NAME_INVALID', '-200', 'for another name; a sign-in network can be why'],
    ['CERT_AUTHORITY_INVALID', '-202', 'by an issuer nobody trusts'],
    ['CERT_INVALID', '-207', 'not valid'],
    ['CERT_KNOWN_INTERCEPTION_BLOCKED', '-217', 'known to be used for reading along'],
    ['SSL_PINNED_KEY_NOT_IN_CERT_CHAIN', '-150', 'not one of the keys the browser knows for this name'],
  ]),
  ...chrome('certificate-date', [
    [
      'CERT_DATE_INVALID',
      '-201',
      'expired or not yet valid by this clock: the site, or the clock, may be wrong',
    ],
  ]),
  ...chrome('proxy', [
    ['PROXY_CONNECTION_FAILED', '-130', 'the proxy itself is not reached'],
    ['PROXY_AUTH_UNSUPPORTED', '-115', 'it wants a sign-in of an unknown kind'],
    ['PROXY_AUTH_REQUESTED', '-127', 'it wants a sign-in'],
    ['PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION', '-364', 'it wants a sign-in, and the line is gone'],
    ['PROXY_CERTIFICATE_INVALID', '-136', 'its own certificate is wrong'],
    ['PROXY_HTTP_1_1_REQUIRED', '-366', 'it wants another protocol'],
    [
      'MANDATORY_PROXY_CONFIGURATION_FAILED',
      '-131',
      'its configuration cannot be had, and nothing else is allowed',
    ],
    ['TUNNEL_CONNECTION_FAILED', '-111', 'it opens no tunnel'],
    ['SOCKS_CONNECTION_FAILED', '-120', 'a SOCKS proxy did not connect'],
    ['SOCKS_CONNECTION_HOST_UNREACHABLE', '-121', 'a SOCKS proxy does not reach the host'],
    ['NO_SUPPORTED_PROXIES', '-336', 'none of those configured can be used'],
  ]),
  ...firefox('proxy', [
    ['ERROR_UNKNOWN_PROXY_HOST', 'module NETWORK, DNS', 'the proxy’s name is not resolved'],
    ['ERROR_PROXY_CONNECTION_REFUSED', NETWORK, 'the proxy itself is not reached'],
    ['ERROR_PROXY_AUTHENTICATION_FAILED', 'module NETWORK, 407', 'it wants a sign-in'],
    [
      'ERROR_PROXY_FORBIDDEN',
      'module NETWORK, 403',
      'it refuses (one of about forty such names, by HTTP status)',
    ],
    ['ERROR_PROXY_BAD_GATEWAY', 'module NETWORK, 502', 'it was not answered well'],
    ['ERROR_PROXY_GATEWAY_TIMEOUT', 'module NETWORK, 504', 'it was not answered in time'],
  ]),
  ...chrome('blocked', [
    ['BLOCKED_BY_CLIENT', '-20', 'the browser, mostly an extension’s rules, chose to block'],
    ['BLOCKED_BY_ADMINISTRATOR', '-22', 'on the administrator’s list of blocked addresses'],
    [
      'NETWORK_ACCESS_DENIED',
      '-138',
      'the network is denied to the browser, mostly by a firewall on this computer',
    ],
  ]),
  ...firefox('blocked', [
    ['ERROR_BLOCKED_BY_POLICY', 'module GENERAL', 'blocked by the administrator’s policy'],
  ]),
  ...chrome('protocol', [
    ['SSL_PROTOCOL_ERROR', '-107', 'the secure connection breaks while it is set up'],
    ['SSL_VERSION_OR_CIPHER_MISMATCH', '-113', 'no common version'],
    ['HTTP2_PROTOCOL_ERROR', '-337', 'not HTTP/2 as it should be'],
    ['QUIC_PROTOCOL_ERROR', '-356', 'not QUIC as it should be'],
    ['WS_PROTOCOL_ERROR', '-145', 'not WebSocket as it should be'],
    ['INVALID_HTTP_RESPONSE', '-370', 'no HTTP/1 answer'],
    ['INVALID_RESPONSE', '-320', 'an answer that is not valid'],
  ]),
  ...firefox('protocol', [
    ['ERROR_NET_HTTP2_SENT_GOAWAY', NETWORK, 'HTTP/2 was told to go away'],
    ['ERROR_NET_HTTP3_PROTOCOL_ERROR', NETWORK, 'not HTTP/3 as it should be'],
    ['ERROR_NET_INADEQUATE_SECURITY', NETWORK, 'too weak a secure connection'],
  ]),
  ...chrome('unknown', [
    ['FAILED', '-2', 'failed, nothing else; a handshake answered 503 gives it (measured 2026-11-21)'],
    ['CERT_REVOKED', '-206', 'taken back by its issuer: the site’s own trouble, and rare'],
    ['BLOCKED_BY_RESPONSE', '-27', 'the answer itself forbids its use here'],
    ['TOO_MANY_REDIRECTS', '-310', 'sent round in circles'],
  ]),
  ...firefox('unknown', [
    [
      'ERROR_NET_EMPTY_RESPONSE',
      NETWORK,
      'the server answered with an error status and an empty page; not a cut connection',
    ],
    ['ERROR_NET_ERROR_RESPONSE', NETWORK, 'the server answered with an error status'],
    ['BINDING_FAILED', NETWORK, 'failed, nothing else'],
    ['ERROR_REDIRECT_LOOP', NETWORK, 'sent round in circles'],
  ]),
];

/** Firefox's sentences for the secure connection. In other languages only the class is known. */
export const SENTENCES: readonly (readonly [sentence: string, means: Means])[] = [
  ['Peer’s Certificate issuer is not recognized.', 'certificate'],
  ['The certificate is not trusted because it is self-signed.', 'certificate'],
  [
    'Unable to communicate securely with peer: requested domain name does not match the server’s certificate.',
    'certificate',
  ],
  ['Peer’s Certificate has expired.', 'certificate-date'],
  ['The server presented a certificate that is not yet valid.', 'certificate-date'],
  ['Cannot communicate securely with peer: no common encryption algorithm(s).', 'protocol'],
  ['Das Zertifikat der Gegenstelle ist abgelaufen.', 'protocol'],
  ['对等端的证书已过期。', 'protocol'],
];
