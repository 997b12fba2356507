/** The events of `webRequest`, through the filters they were registered with. */
export type WebRequestEvent =
  | 'onBeforeRequest'
  | 'onBeforeRedirect'
  | 'onHeadersReceived'
  | 'onResponseStarted'
  | 'onCompleted'
  | 'onErrorOccurred';

export interface Details {
  requestId: string;
  url: string;
  type: 'main_frame' | 'websocket' | 'xmlhttprequest' | 'script' | 'ping';
  tabId: number;
  timeStamp: number;
  statusCode?: number;
  error?: string;
  redirectUrl?: string;
  initiator?: string;
  originUrl?: string;
}

interface Filter {
  urls: readonly string[];
  types?: readonly string[];
}

export type Listener = (...given: never[]) => unknown;

/** Whether a listener registered with `filter` is told. */
export function fits(filter: Filter | undefined, { url, type }: Details): boolean {
  if (filter === undefined) return true;
  if (filter.types && !filter.types.includes(type)) return false;
  return filter.urls.some((pattern) => matches(pattern, url));
}

/** Match patterns know no ports: one without a port stands for all of them. */
export function matches(pattern: string, url: string): boolean {
  const [, scheme, host, path = ''] = /^([\w*]+):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const address = new URL(url);
  if (`${scheme}:` !== address.protocol || host !== address.hostname) return false;
  const whole = address.pathname + address.search;
  return path.endsWith('*') ? whole.startsWith(path.slice(0, -1)) : whole === path;
}
