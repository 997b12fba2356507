/**
 * Browser network error names → what they mean. Names are not stable across versions (MDN,
 * webRequest.onErrorOccurred), so unknown ones fall to `unknown`, never to a guess.
 * Chrome: net/base/net_error_list.h. Firefox: xpcom/base/ErrorList.py and the names its webRequest reports.
 */
import type { NetCause } from './evidence';

/** `ignored` is no failure of WhatsApp's at all: the person, a redirect or another navigation ended the load. */
type Meaning = NetCause | 'ignored';

const CHROME: Readonly<Record<string, Meaning>> = {
  ABORTED: 'ignored',
  BLOCKED_BY_CLIENT: 'blocked',
  BLOCKED_BY_ADMINISTRATOR: 'blocked',
  BLOCKED_BY_RESPONSE: 'unknown',
  INTERNET_DISCONNECTED: 'disconnected',
  NAME_NOT_RESOLVED: 'name-not-resolved',
  NAME_RESOLUTION_FAILED: 'name-not-resolved',
  ICANN_NAME_COLLISION: 'name-not-resolved',
  DNS_TIMED_OUT: 'name-not-resolved',
  DNS_SERVER_FAILED: 'name-not-resolved',
  DNS_MALFORMED_RESPONSE: 'name-not-resolved',
  // 0.0.0.0 or another address that cannot be dialled: how many blocking resolvers say "no such name".
  ADDRESS_INVALID: 'name-not-resolved',
  ADDRESS_UNREACHABLE: 'timed-out',
  CONNECTION_REFUSED: 'refused',
  CONNECTION_RESET: 'reset',
  CONNECTION_CLOSED: 'reset',
  CONNECTION_ABORTED: 'reset',
  EMPTY_RESPONSE: 'reset',
  CONNECTION_FAILED: 'timed-out',
  CONNECTION_TIMED_OUT: 'timed-out',
  TIMED_OUT: 'timed-out',
  CERT_COMMON_NAME_INVALID: 'certificate',
  CERT_AUTHORITY_INVALID: 'certificate',
  CERT_INVALID: 'certificate',
  CERT_KNOWN_INTERCEPTION_BLOCKED: 'certificate',
  SSL_PINNED_KEY_NOT_IN_CERT_CHAIN: 'certificate',
  CERT_DATE_INVALID: 'certificate-date',
  PROXY_CONNECTION_FAILED: 'proxy',
  PROXY_AUTH_UNSUPPORTED: 'proxy',
  PROXY_AUTH_REQUESTED: 'proxy',
  PROXY_CERTIFICATE_INVALID: 'proxy',
  PROXY_HTTP_1_1_REQUIRED: 'proxy',
  MANDATORY_PROXY_CONFIGURATION_FAILED: 'proxy',
  TUNNEL_CONNECTION_FAILED: 'proxy',
  SOCKS_CONNECTION_FAILED: 'proxy',
  SOCKS_CONNECTION_HOST_UNREACHABLE: 'proxy',
  NO_SUPPORTED_PROXIES: 'proxy',
  SSL_PROTOCOL_ERROR: 'protocol',
  SSL_VERSION_OR_CIPHER_MISMATCH: 'protocol',
  HTTP2_PROTOCOL_ERROR: 'protocol',
  QUIC_PROTOCOL_ERROR: 'protocol',
  INVALID_HTTP_RESPONSE: 'protocol',
  INVALID_RESPONSE: 'protocol',
  // The laptop slept or changed networks: the browser retries, and so do we; it accuses nobody.
  NETWORK_CHANGED: 'ignored',
  NETWORK_IO_SUSPENDED: 'ignored',
};

const FIREFOX: Readonly<Record<string, Meaning>> = {
  NS_BINDING_ABORTED: 'ignored',
  NS_BINDING_REDIRECTED: 'ignored',
  NS_BINDING_RETARGETED: 'ignored',
  NS_ERROR_ABORT: 'ignored',
  NS_ERROR_OFFLINE: 'disconnected',
  NS_ERROR_UNKNOWN_HOST: 'name-not-resolved',
  NS_ERROR_DEFINITIVE_UNKNOWN_HOST: 'name-not-resolved',
  NS_ERROR_DNS_LOOKUP_QUEUE_FULL: 'name-not-resolved',
  NS_ERROR_CONNECTION_REFUSED: 'refused',
  NS_ERROR_NET_RESET: 'reset',
  NS_ERROR_NET_INTERRUPT: 'reset',
  NS_ERROR_NET_EMPTY_RESPONSE: 'reset',
  NS_ERROR_NET_PARTIAL_TRANSFER: 'reset',
  NS_ERROR_NET_TIMEOUT: 'timed-out',
  NS_ERROR_NET_TIMEOUT_EXTERNAL: 'timed-out',
  NS_ERROR_HOST_UNREACHABLE: 'timed-out',
  NS_ERROR_PROXY_CONNECTION_REFUSED: 'proxy',
  NS_ERROR_PROXY_AUTHENTICATION_FAILED: 'proxy',
  NS_ERROR_PROXY_BAD_GATEWAY: 'proxy',
  NS_ERROR_PROXY_GATEWAY_TIMEOUT: 'proxy',
  NS_ERROR_UNKNOWN_PROXY_HOST: 'proxy',
  NS_ERROR_NET_HTTP2_SENT_GOAWAY: 'protocol',
  NS_ERROR_NET_HTTP3_PROTOCOL_ERROR: 'protocol',
  NS_ERROR_NET_INADEQUATE_SECURITY: 'protocol',
  NS_ERROR_NETWORK_CHANGED: 'ignored',
};

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
  if (name.startsWith('net::ERR_')) return entry(CHROME, name.slice('net::ERR_'.length));
  // A certificate of another kind than we can read in this language: the set-up of the connection failed, no more.
  if (name.includes(' ')) return FIREFOX_TLS.find(([sentence]) => sentence.test(name))?.[1] ?? 'protocol';
  return entry(FIREFOX, name);
}

function entry(table: Readonly<Record<string, Meaning>>, name: string): Meaning {
  return Object.hasOwn(table, name) ? (table[name] ?? 'unknown') : 'unknown';
}
