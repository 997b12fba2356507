/**
 * What a browser's network error name means: the document's, a WebSocket handshake's, and our own requests' alike. Names are
 * not stable across versions (MDN, webRequest.onErrorOccurred), so unknown ones fall to `unknown`, never to a guess.
 * `docs/error-names.md` has a source for each.
 */
import type { NetCause } from './evidence';

/** `aborted`: the person, a redirect or another navigation ended the load. */
type Meaning = NetCause | 'aborted';

/** The table: Chrome's names without `net::ERR_`, and Firefox's without `NS_`. */
export const NAMES: {
  readonly [M in Meaning]?: readonly [chrome: string] | readonly [chrome: string, firefox: string];
} = {
  aborted: [
    'ABORTED CONTEXT_SHUT_DOWN WS_UPGRADE',
    'BINDING_ABORTED BINDING_REDIRECTED BINDING_RETARGETED BINDING_CANCELLED_OLD_LOAD ERROR_ABORT ERROR_DOCSHELL_DYING ERROR_PARSED_DATA_CACHED ERROR_DOCUMENT_NOT_CACHED',
  ],
  suspended: ['NETWORK_IO_SUSPENDED'],
  'network-changed': ['NETWORK_CHANGED'],
  disconnected: ['INTERNET_DISCONNECTED', 'ERROR_OFFLINE'],
  // ADDRESS_INVALID is 0.0.0.0 and its like: how many blocking resolvers say "no such name".
  'name-not-resolved': [
    'NAME_NOT_RESOLVED NAME_RESOLUTION_FAILED ICANN_NAME_COLLISION DNS_MALFORMED_RESPONSE DNS_SERVER_FAILED DNS_TIMED_OUT ADDRESS_INVALID',
    'ERROR_UNKNOWN_HOST ERROR_DEFINITIVE_UNKNOWN_HOST ERROR_DNS_LOOKUP_QUEUE_FULL',
  ],
  refused: ['CONNECTION_REFUSED', 'ERROR_CONNECTION_REFUSED ERROR_WEBSOCKET_CONNECTION_REFUSED'],
  reset: [
    'CONNECTION_RESET CONNECTION_CLOSED CONNECTION_ABORTED EMPTY_RESPONSE',
    'ERROR_NET_RESET ERROR_NET_INTERRUPT ERROR_NET_PARTIAL_TRANSFER ERROR_NET_UNCLEAN_SHUTDOWN',
  ],
  'timed-out': [
    'CONNECTION_TIMED_OUT TIMED_OUT CONNECTION_FAILED ADDRESS_UNREACHABLE',
    'ERROR_NET_TIMEOUT ERROR_NET_TIMEOUT_EXTERNAL',
  ],
  certificate: [
    'CERT_COMMON_NAME_INVALID CERT_AUTHORITY_INVALID CERT_INVALID CERT_KNOWN_INTERCEPTION_BLOCKED SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
  ],
  'certificate-date': ['CERT_DATE_INVALID'],
  // And each name that begins with PROXY_: see below.
  proxy: [
    'MANDATORY_PROXY_CONFIGURATION_FAILED TUNNEL_CONNECTION_FAILED SOCKS_CONNECTION_FAILED SOCKS_CONNECTION_HOST_UNREACHABLE NO_SUPPORTED_PROXIES',
    'ERROR_UNKNOWN_PROXY_HOST',
  ],
  blocked: ['BLOCKED_BY_CLIENT BLOCKED_BY_ADMINISTRATOR NETWORK_ACCESS_DENIED', 'ERROR_BLOCKED_BY_POLICY'],
  protocol: [
    'SSL_PROTOCOL_ERROR SSL_VERSION_OR_CIPHER_MISMATCH HTTP2_PROTOCOL_ERROR QUIC_PROTOCOL_ERROR WS_PROTOCOL_ERROR INVALID_HTTP_RESPONSE INVALID_RESPONSE',
    'ERROR_NET_HTTP2_SENT_GOAWAY ERROR_NET_HTTP3_PROTOCOL_ERROR ERROR_NET_INADEQUATE_SECURITY',
  ],
};

const MEANING = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) =>
    names.flatMap((list, firefox) =>
      list.split(' ').map((name) => [(firefox ? 'NS_' : 'net::ERR_') + name, meaning as Meaning] as const),
    ),
  ),
);

/**
 * Firefox names every other error, but gives those of the secure connection as a sentence in the browser's language
 * (ChannelWrapper::GetErrorString through nsINSSErrorsService; seen in Firefox ESR 153, 2026-11-21). Only the English ones
 * can be told apart.
 */
const FIREFOX_TLS: readonly (readonly [RegExp, NetCause])[] = [
  [/issuer is not recognized|self-signed|intercepted by a TLS proxy|not trusted by the user/, 'certificate'],
  [/domain name does not match/, 'certificate'],
  [/has expired|not yet valid/, 'certificate-date'],
];

/** Meaning of a browser's error name (`net::ERR_…`, `NS_ERROR_…`, or Firefox's TLS sentence). Never throws. */
export function meaningOf(name: string): Meaning {
  const named = MEANING.get(name);
  if (named !== undefined) return named;
  // Chrome has seven such names; Firefox has one for each answer of a proxy to CONNECT, forty in all.
  if (/^(net::ERR|NS_ERROR)_PROXY_/.test(name)) return 'proxy';
  // A certificate of another kind than we can read in this language: the set-up of the connection failed, no more.
  if (/^(?!net::|NS_)\p{L}.*[ \P{ASCII}]/u.test(name))
    return FIREFOX_TLS.find(([sentence]) => sentence.test(name))?.[1] ?? 'protocol';
  return 'unknown';
}

/** The load was cut short by the person, by sleep or by another network: no failure of anybody's, and it is tried again. */
export function isPassing(meaning: Meaning): meaning is 'aborted' | 'suspended' | 'network-changed' {
  return meaning === 'aborted' || meaning === 'suspended' || meaning === 'network-changed';
}
