import { describe, expect, it } from 'vitest';
import {
  type Handshake,
  NO_SOCKETS,
  onHandshake,
  type Sockets,
  sinceAsked,
  socketsWord,
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
    expect(socketsWord(after([MAIN, 'failed'], [MAIN, 'failed']), NOW)).toBe('failing');
  });

  it('when nobody answers the handshake for ten seconds', () => {
    const waiting = after([MAIN, 'begun']);
    expect(socketsWord(waiting, NOW + 10 * SECOND - 1)).toBe('unknown');
    expect(socketsWord(waiting, NOW + 10 * SECOND)).toBe('failing');
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
    expect(socketsWord(left, NOW + 60 * SECOND)).toBe('failing');
    expect(socketsWord(left, NOW + 61 * SECOND)).toBe('unknown');
  });
});

describe('sockets are not failing', () => {
  it('after one failure', () => {
    expect(socketsWord(after([MAIN, 'begun'], [MAIN, 'failed']), NOW)).toBe('unknown');
  });

  it('while nothing happened', () => {
    expect(socketsWord(NO_SOCKETS, NOW)).toBe('unknown');
  });

  it('when only the spare port is blocked, as in many networks', () => {
    const blocked = after([SPARE, 'begun'], [SPARE, 'failed'], [SPARE, 'begun'], [SPARE, 'failed']);
    expect(blocked).toMatchObject({ failures: 0, pendingSince: 0 });
    expect(socketsWord(blocked, NOW + 60 * SECOND)).toBe('unknown');
  });

  it.each([MAIN, SPARE])('once a handshake succeeds on %s', (url) => {
    const sockets = after([MAIN, 'failed'], [MAIN, 'failed'], [MAIN, 'begun'], [url, 'opened']);
    expect(sockets).toMatchObject({ failures: 0, pendingSince: 0 });
    expect(socketsWord(sockets, NOW)).toBe('unknown');
  });

  it('when the clock was set back while a handshake waits', () => {
    expect(socketsWord(after([MAIN, 'begun']), NOW - 3_600 * SECOND)).toBe('unknown');
  });
});

describe('a socket is steady', () => {
  const opened = after([MAIN, 'begun'], [SPARE, 'begun'], [MAIN, 'opened'], [SPARE, 'failed']);

  it('when it was accepted and the page has not tried again for 45 s', () => {
    const begunAt = NOW - 2 * SECOND;
    expect(socketsWord(opened, begunAt + 45 * SECOND - 1)).toBe('unknown');
    expect(socketsWord(opened, begunAt + 45 * SECOND)).toBe('steady');
    expect(socketsWord(opened, begunAt + 3_600 * SECOND)).toBe('steady');
  });

  it.each([MAIN, SPARE])('and no longer once the page tries again on %s', (url) => {
    const again = onHandshake(opened, url, 'begun', NOW + 100 * SECOND);
    expect(socketsWord(again, NOW + 100 * SECOND)).toBe('unknown');
    // Not answered either: what was accepted long ago proves nothing.
    expect(socketsWord(again, NOW + 200 * SECOND)).toBe('unknown');
  });

  it('when no handshake was seen since somebody asked, 45 s ago: the extension came after it', () => {
    const asked = sinceAsked(NO_SOCKETS, NOW);
    expect(socketsWord(asked, NOW + 45 * SECOND - 1)).toBe('unknown');
    expect(socketsWord(sinceAsked(asked, NOW + 45 * SECOND), NOW + 45 * SECOND)).toBe('steady');
    const tried = onHandshake(asked, MAIN, 'begun', NOW + 8 * SECOND);
    expect(sinceAsked(tried, NOW + 60 * SECOND)).toBe(tried);
    expect(socketsWord(tried, NOW + 90 * SECOND)).toBe('unknown');
  });

  it('an edge that accepts everything and says nothing is never: the page keeps trying', () => {
    const tries = Array.from({ length: 20 }, (_, index) => NOW + index * 30 * SECOND);
    const words = tries.map((at, index) => {
      const sockets = tries
        .slice(0, index + 1)
        .reduce(
          (state, time) => onHandshake(onHandshake(state, MAIN, 'begun', time), MAIN, 'opened', time + 50),
          NO_SOCKETS,
        );
      return socketsWord(sockets, at + 30 * SECOND);
    });
    expect(new Set(words)).toEqual(new Set(['unknown']));
  });
});
