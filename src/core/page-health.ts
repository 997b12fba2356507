/**
 * What one page shows over time → calm, suspicion or notice. Pure; runs inside every WhatsApp page, so it
 * is small. Thresholds count visible, unfrozen time only. WhatsApp itself hides a lost connection for 18 s
 * (wa-diff WAWebStreamModel, 2026-04): being faster than that only makes false alarms.
 */
import type { EpochMs } from './evidence';
import type { SocketsWord } from './sockets';

/** One closed list of what the page can show; `docs/screens.md` shows each with its markers. */
export type Screen =
  | 'splash'
  | 'loading'
  | 'logging-out'
  | 'qr'
  | 'qr-loading'
  | 'qr-expired'
  | 'main'
  /** A warning above the chats, without and with its one action. */
  | 'main-lost'
  | 'main-lost-action'
  | 'phone-lost'
  /** Covers instead of the chats, told apart by heading, rule and number of buttons. */
  | 'cannot-connect'
  | 'no-service'
  | 'network-block'
  | 'choice'
  | 'reload-offered'
  | 'locked'
  | 'unsupported'
  /** Not WhatsApp's page at all: somebody else answered. */
  | 'foreign'
  | 'unknown';

/** What is wrong: a screen that should not last, or messages that do not leave; `SYMPTOM_OF` says what it is a symptom of. */
export type Trouble = keyof typeof PATIENCE | 'sends-stuck';

/** How messages of the open chat fare. */
export interface Sends {
  /** Visible time each message that waits to leave was seen to wait, in ms; running uploads apart. */
  waitsMs: number[];
  /** Messages that failed within the last two minutes, and before our eyes. */
  failed: number;
  /** A message got through since the last look. */
  left: boolean;
}

/** One look at the page. */
export interface PageLook {
  screen: Screen;
  /** Value of the loading bar, if there is one; a change means it moves. */
  progress?: number | undefined;
  /** Scripts or styles of the page failed to load. */
  scriptsFailed: boolean;
  /** What the background saw of WebSocket handshakes. */
  sockets: SocketsWord;
  sends: Sends;
}

export type Phase = 'calm' | 'suspect' | 'notice';

export interface PageHealth {
  trouble: Trouble | null;
  phase: Phase;
  /** Visible time the trouble has lasted, in ms. */
  lastedMs: number;
  progress?: number | undefined;
  /** Time chats have been shown again while in trouble, in ms. */
  goodMs: number;
  /** When chats with a live connection were last seen, or 0. */
  lastGoodAt: EpochMs;
}

export const HEALTHY: PageHealth = {
  trouble: null,
  phase: 'calm',
  lastedMs: 0,
  goodMs: 0,
  lastGoodAt: 0,
};

/** Chats must stay for this long before trouble counts as over, in ms: a reconnect can fail at once. */
const GOOD_FOR_MS = 3_000;

/** So long without news of messages that did not leave, in ms, and nobody can say any more that they would not. */
const SENDS_FORGOTTEN_MS = 600_000;

/** This many failures are a burst; one message may fail for a reason of its own. */
const BURST = 2;

/** Visible time until suspicion and until notice, in seconds (`docs/architecture.md`, "Detection"). */
type Patience = readonly [suspectS: number, noticeS: number];

/** Patience with each screen when nothing else is known. A page we do not know is asked about, never noticed by itself. */
const PATIENCE = {
  splash: [30, 50],
  loading: [60, 120],
  'qr-loading': [20, 45],
  'main-lost': [60, 90],
  'cannot-connect': [10, 20],
  'no-service': [3, 10],
  'network-block': [3, 10],
  'reload-offered': [10, 30],
  'sends-failing': [0, 20],
  foreign: [3, Number.POSITIVE_INFINITY],
  unknown: [30, Number.POSITIVE_INFINITY],
} as const satisfies { readonly [S in Screen | 'sends-failing']?: Patience };

/** How messages fare when they fare badly. A message through is the end of it; one that fails may have its own reasons. */
function sendsTrouble({ waitsMs, failed, left }: Sends): Trouble | null {
  if (left) return null;
  if (failed >= BURST) return 'sends-failing';
  return waitsMs.length ? 'sends-stuck' : null;
}

/** What is wrong here, if anything. */
function troubleOf(health: PageHealth, { screen, sockets, sends }: PageLook): Trouble | null {
  if (screen === 'main') return sendsTrouble(sends);
  const isLost = /^main-lost/.test(screen);
  // The warning over a socket that is up says that the phone is not connected (wa-diff WAWebPrimaryButterbar, 2026-04).
  if (isLost && sockets === 'steady') return null;
  const trouble = isLost ? 'main-lost' : screen in PATIENCE ? (screen as Trouble) : null;
  // A code that takes its time is no trouble while the line is there. WhatsApp's connection banner gains its action
  // after 3 s (wa-diff WAWebResumeButterbar, 2026-04); a warning that never does is another notice.
  const harmless = screen === 'qr-loading' || (screen === 'main-lost' && health.trouble !== screen);
  return harmless && sockets !== 'failing' && health.phase === 'calm' ? null : trouble;
}

function patienceWith(trouble: Trouble, { screen, sockets, scriptsFailed, sends }: PageLook): Patience {
  const failing = sockets === 'failing';
  if (trouble === 'sends-stuck') return [90, sends.waitsMs.length > 1 ? 120 : 135];
  if (trouble === 'splash' && (scriptsFailed || failing)) return [8, 20];
  if (screen === 'main-lost-action' && failing) return [0, 22];
  return PATIENCE[trouble];
}

/** Time since the last look, in ms: on the clock, and the part of it the page was visible and unfrozen. */
export interface Passed {
  clockMs: number;
  visibleMs: number;
}

/** One look further. */
export function step(health: PageHealth, look: PageLook, passed: Passed, now: EpochMs): PageHealth {
  const lastGoodAt = look.screen === 'main' ? now : health.lastGoodAt;
  const trouble = troubleOf(health, look);
  // From a cover to loading, from a lost line to messages that wait for it: that is how things get better.
  const eased =
    health.phase !== 'calm' && trouble !== health.trouble && /loading|stuck/.test(trouble as string);
  if (!trouble || eased) return { ...better(health, look, passed.clockMs), lastGoodAt };
  const [suspectS, noticeS] = patienceWith(trouble, look);
  const same = trouble === health.trouble;
  const moved = trouble === 'loading' && look.progress !== health.progress;
  const watchedMs = same && !moved ? health.lastedMs + passed.visibleMs : 0;
  // A message that waits brings its own clock: another one may have waited before it.
  const lastedMs = trouble === 'sends-stuck' ? Math.max(...look.sends.waitsMs) : watchedMs;
  // Trouble that shows another face (banner → cover) is still the same trouble, unless loading moves.
  const before = moved ? 'calm' : health.phase;
  const reached = (phase: Phase, seconds: number) => before === phase || lastedMs >= seconds * 1000;
  const phase = reached('notice', noticeS) ? 'notice' : reached('suspect', suspectS) ? 'suspect' : 'calm';
  return { trouble, phase, lastedMs, progress: look.progress, goodMs: 0, lastGoodAt };
}

/** Recovery is read in hidden tabs too, so here the clock counts. */
function better(health: PageHealth, { screen, sends }: PageLook, clockMs: number): PageHealth {
  const goodMs = health.goodMs + clockMs;
  // Another chat says nothing about the messages that did not leave.
  const unheard = /^sends/.test(health.trouble as string) && screen === 'main';
  const over =
    health.phase === 'calm' || sends.left || goodMs >= (unheard ? SENDS_FORGOTTEN_MS : GOOD_FOR_MS);
  return over ? HEALTHY : { ...health, goodMs };
}

/**
 * How long until the next look, in ms, or 0 for none. Healthy chats: one light look every 15 s while
 * visible, nothing while hidden. Recovery is watched in hidden tabs too.
 */
export function nextLookMs(health: PageHealth, look: PageLook, visible: boolean): number {
  const { trouble, phase } = health;
  // A page we do not know may stay so for weeks.
  const isUnknown = /unknown|foreign/.test(trouble as string);
  if (phase !== 'calm' && !isUnknown) return 2_000;
  if (!visible) return 0;
  if (look.screen === 'main-lost') return 3_000;
  // Messages that wait are nothing to hurry for.
  const settled = !trouble || trouble === 'sends-stuck' || phase !== 'calm';
  return settled && look.sockets !== 'failing' ? 15_000 : 1_000;
}
