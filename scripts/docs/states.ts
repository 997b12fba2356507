import type { Screen } from '../../src/core/page-health.ts';

/** What a state is, and whether it is trouble. Times are in `docs/architecture.md`, "Detection". */
export interface State {
  is: string;
  alarm: string;
}

export const STATES: Readonly<Record<Screen, State>> = {
  splash: { is: 'the server’s own HTML; the client has not mounted', alarm: 'when it stays' },
  loading: { is: 'the client loads, or catches up', alarm: 'when its bar stops' },
  'logging-out': { is: 'a full bar after chats in the same document', alarm: 'no' },
  qr: { is: 'a code to scan', alarm: 'no' },
  'qr-loading': { is: 'the linking page before it has a code', alarm: 'when it stays and sockets fail' },
  'qr-expired': { is: 'the linking page with a stale code, or without a line', alarm: 'no' },
  main: { is: 'chats, whatever is open over or beside them', alarm: 'when messages do not leave' },
  'main-lost': {
    is: 'chats with a warning above them, nothing to press',
    alarm: 'when sockets fail, or it was more before',
  },
  'main-lost-action': {
    is: 'chats with a warning above them and its one action',
    alarm: 'when sockets fail, or it stays and they are not steady',
  },
  'phone-lost': { is: 'chats with the old warning about the phone', alarm: 'no' },
  'cannot-connect': { is: 'cover with heading, rule and one button', alarm: 'when it stays' },
  'no-service': { is: 'cover with heading and no button', alarm: 'when it stays' },
  'network-block': {
    is: 'cover with heading and one button, no rule',
    alarm: 'badge and popup, no banner',
  },
  choice: { is: 'cover with two buttons; or without heading, with one, before any chats', alarm: 'no' },
  'reload-offered': {
    is: 'cover without heading, one button, where chats were shown before',
    alarm: 'when it stays and no other tab is WhatsApp’s',
  },
  locked: { is: 'app lock', alarm: 'no' },
  unsupported: { is: 'the server’s page for old browsers', alarm: 'no' },
  foreign: { is: 'not WhatsApp’s page', alarm: 'asked about, never noticed by itself' },
  unknown: { is: 'WhatsApp’s page without a marker we know', alarm: 'asked about, never noticed by itself' },
};
