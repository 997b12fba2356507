/** Names that the two browsers give to one trouble of the network (`src/core/net-error.ts` has their sources). */
const NAMES = {
  offline: ['net::ERR_INTERNET_DISCONNECTED', 'NS_ERROR_OFFLINE'],
  'no-name': ['net::ERR_NAME_NOT_RESOLVED', 'NS_ERROR_UNKNOWN_HOST'],
  refused: ['net::ERR_CONNECTION_REFUSED', 'NS_ERROR_CONNECTION_REFUSED'],
  reset: ['net::ERR_CONNECTION_RESET', 'NS_ERROR_NET_RESET'],
  'timed-out': ['net::ERR_CONNECTION_TIMED_OUT', 'NS_ERROR_NET_TIMEOUT'],
  aborted: ['net::ERR_ABORTED', 'NS_BINDING_ABORTED'],
  changed: ['net::ERR_NETWORK_CHANGED', 'NS_ERROR_NETWORK_CHANGED'],
} as const;

export type NetTrouble = keyof typeof NAMES;

export function errorName(trouble: NetTrouble, kind: 'chrome' | 'firefox'): string {
  return NAMES[trouble][kind === 'chrome' ? 0 : 1];
}
