/**
 * Browser network error names → what they mean. Names are not stable across versions (MDN,
 * webRequest.onErrorOccurred), so unknown ones fall to `unknown`, never to a guess.
 * Chrome: net/base/net_error_list.h. Firefox: xpcom/base/ErrorList.py and the names its webRequest reports.
 */
import type { NetCause } from './evidence';

/** `ignored` is no failure of WhatsApp's at all: the person, a redirect or another navigation ended the load. */
type Meaning = NetCause | 'ignored';

/** Names by meaning, without `net::ERR_`. */
const CHROME = table({
  // The person, a redirect or another navigation ended the load; or the laptop slept or changed networks: then the
  // browser retries, and so do we. Nobody is accused.
  ignored: 'ABORTED NETWORK_CHANGED NETWORK_IO_SUSPENDED',
  blocked: 'BLOCKED_BY_CLIENT BLOCKED_BY_ADMINISTRATOR',
  disconnected: 'INTERNET_DISCONNECTED',
  // ADDRESS_INVALID is 0.0.0.0 and its like: how many blocking resolvers say "no such name".
  'name-not-resolved':
    'NAME_NOT_RESOLVED NAME_RESOLUTION_FAILED ICANN_NAME_COLLISION DNS_TIMED_OUT DNS_SERVER_FAILED DNS_MALFORMED_RESPONSE ADDRESS_INVALID',
  refused: 'CONNECTION_REFUSED',
  reset: 'CONNECTION_RESET CONNECTION_CLOSED CONNECTION_ABORTED EMPTY_RESPONSE',
  'timed-out': 'CONNECTION_TIMED_OUT TIMED_OUT CONNECTION_FAILED ADDRESS_UNREACHABLE',
  certificate:
    'CERT_COMMON_NAME_INVALID CERT_AUTHORITY_INVALID CERT_INVALID CERT_KNOWN_INTERCEPTION_BLOCKED SSL_PINNED_KEY_NOT_IN_CERT_CHAIN',
  'certificate-date': 'CERT_DATE_INVALID',
  proxy:
    'PROXY_CONNECTION_FAILED PROXY_AUTH_UNSUPPORTED PROXY_AUTH_REQUESTED PROXY_CERTIFICATE_INVALID PROXY_HTTP_1_1_REQUIRED MANDATORY_PROXY_CONFIGURATION_FAILED TUNNEL_CONNECTION_FAILED SOCKS_CONNECTION_FAILED SOCKS_CONNECTION_HOST_UNREACHABLE NO_SUPPORTED_PROXIES',
  protocol:
    'SSL_PROTOCOL_ERROR SSL_VERSION_OR_CIPHER_MISMATCH HTTP2_PROTOCOL_ERROR QUIC_PROTOCOL_ERROR INVALID_HTTP_RESPONSE INVALID_RESPONSE',
});

/** Names by meaning, without `NS_`. */
const FIREFOX = table({
  ignored:
    'BINDING_ABORTED BINDING_REDIRECTED BINDING_RETARGETED ERROR_ABORT ERROR_NETWORK_CHANGED BINDING_CANCELLED_OLD_LOAD ERROR_PARSED_DATA_CACHED ERROR_DOCUMENT_NOT_CACHED',
  disconnected: 'ERROR_OFFLINE',
  'name-not-resolved': 'ERROR_UNKNOWN_HOST ERROR_DEFINITIVE_UNKNOWN_HOST ERROR_DNS_LOOKUP_QUEUE_FULL',
  refused: 'ERROR_CONNECTION_REFUSED',
  reset: 'ERROR_NET_RESET ERROR_NET_INTERRUPT ERROR_NET_EMPTY_RESPONSE ERROR_NET_PARTIAL_TRANSFER',
  'timed-out': 'ERROR_NET_TIMEOUT ERROR_NET_TIMEOUT_EXTERNAL ERROR_HOST_UNREACHABLE',
  proxy:
    'ERROR_PROXY_CONNECTION_REFUSED ERROR_PROXY_AUTHENTICATION_FAILED ERROR_PROXY_BAD_GATEWAY ERROR_PROXY_GATEWAY_TIMEOUT ERROR_UNKNOWN_PROXY_HOST',
  protocol: 'ERROR_NET_HTTP2_SENT_GOAWAY ERROR_NET_HTTP3_PROTOCOL_ERROR ERROR_NET_INADEQUATE_SECURITY',
});

/**
 * Firefox names every other error, but gives TLS errors as a sentence in the browser's language (nsINSSErrorsService
 * through ChannelWrapper; seen in Firefox ESR 153, 2026-11-21). Only the English ones can be told apart.
 */
const FIREFOX_TLS: readonly (readonly [RegExp, NetCause])[] = [
  [/issuer is not recognized|self-signed|intercepted by a TLS proxy|not trusted by the user/, 'certificate'],
  [/domain name does not match/, 'certificate'],
  [/has expired|not yet valid/, 'certificate-date'],
];

/** Meaning of a browser's error name (`net::ERR_…`, `NS_ERROR_…`, or Firefox's TLS sentence). Never throws. */
export function meaningOf(name: string): Meaning {
  if (name.startsWith('net::ERR_')) return CHROME.get(name.slice('net::ERR_'.length)) ?? 'unknown';
  if (name.startsWith('NS_')) return FIREFOX.get(name.slice('NS_'.length)) ?? 'unknown';
  // A certificate of another kind than we can read in this language: the set-up of the connection failed, no more.
  if (name.includes(' ')) return FIREFOX_TLS.find(([sentence]) => sentence.test(name))?.[1] ?? 'protocol';
  return 'unknown';
}

function table(rows: { readonly [M in Meaning]?: string }): ReadonlyMap<string, Meaning> {
  const pairs = Object.entries(rows).flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [name, meaning as Meaning] as const),
  );
  return new Map(pairs);
}
