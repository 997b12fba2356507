import { describe, expect, it } from 'vitest';
import {
  type Handshake,
  NO_SOCKETS,
  onHandshake,
  type Sockets,
  socketsFailing,
} from '../../../src/core/sockets';
import { NOW, SECOND } from '../witnesses';

const MAIN = 'wss://web.whatsapp.com/ws/chat';
const SPARE = 'wss://web.whatsapp.com:5222/ws/chat';

/** Handshakes one second apart, the last one at `NOW`. */
function after(...events: readonly (readonly [string, Handshake])[]): Sockets {
  const start = NOW - (events.length - 1) * SECOND;
  return events.reduce(
    (sockets, [url, what], index) => onHandshake(sockets, url, what, start + index * SECOND),
    NO_SOCKETS,
  );
}

describe('sockets are failing', () => {
  it('after two failures in a row on the main port', () => {
    expect(socketsFailing(after([MAIN, 'failed'], [MAIN, 'failed']), NOW)).toBe(true);
  });

  it('when nobody answers the handshake for ten seconds', () => {
    const waiting = after([MAIN, 'begun']);
    expect(socketsFailing(waiting, NOW + 10 * SECOND - 1)).toBe(false);
    expect(socketsFailing(waiting, NOW + 10 * SECOND)).toBe(true);
  });

  it('counting from the first handshake that waits, however often the page tries again', () => {
    const waiting = after([MAIN, 'begun'], [MAIN, 'begun'], [MAIN, 'begun']);
    expect(waiting.pendingSince).toBe(NOW - 2 * SECOND);
  });
});

describe('a handshake of a page that has gone', () => {
  it('is forgotten when another begins a minute later', () => {
    const left = after([MAIN, 'begun']);
    expect(onHandshake(left, MAIN, 'begun', NOW + 60 * SECOND).pendingSince).toBe(NOW);
    expect(onHandshake(left, MAIN, 'begun', NOW + 61 * SECOND).pendingSince).toBe(NOW + 61 * SECOND);
  });
});

describe('sockets are not failing', () => {
  it('after one failure', () => {
    expect(socketsFailing(after([MAIN, 'begun'], [MAIN, 'failed']), NOW)).toBe(false);
  });

  it('while nothing happened', () => {
    expect(socketsFailing(NO_SOCKETS, NOW)).toBe(false);
  });

  it('when only the spare port is blocked, as in many networks', () => {
    const blocked = after([SPARE, 'begun'], [SPARE, 'failed'], [SPARE, 'begun'], [SPARE, 'failed']);
    expect(blocked).toEqual(NO_SOCKETS);
    expect(socketsFailing(blocked, NOW + 60 * SECOND)).toBe(false);
  });

  it.each([MAIN, SPARE])('once a handshake succeeds on %s', (url) => {
    const sockets = after([MAIN, 'failed'], [MAIN, 'failed'], [MAIN, 'begun'], [url, 'opened']);
    expect(sockets).toEqual(NO_SOCKETS);
  });

  it('when the clock was set back while a handshake waits', () => {
    expect(socketsFailing(after([MAIN, 'begun']), NOW - 3_600 * SECOND)).toBe(false);
  });
});
