/**
 * What one page shows over time → calm, suspicion or notice. Pure; runs inside every WhatsApp page, so it
 * is small. Thresholds count visible, unfrozen time only. WhatsApp itself hides a lost connection for 18 s
 * (wa-diff WAWebStreamModel, 2026-04): being faster than that only makes false alarms.
 */
import type { EpochMs, Symptom } from './evidence';

/** One closed list of what the page can show; see `content/read-page.ts` for the markers. */
export type Screen =
  | 'main'
  | 'main-lost'
  | 'main-lost-action'
  | 'linking'
  | 'splash'
  | 'loading'
  | 'cannot-connect'
  | 'no-service'
  | 'network-block'
  | 'other'
  /** Not WhatsApp's page at all: somebody else answered. */
  | 'foreign'
  | 'unknown';

/** One look at the page. */
export interface PageLook {
  screen: Screen;
  /** Value of the loading bar; a change means it moves. */
  progress: number;
  /** Scripts or styles of the page failed to load. */
  scriptsFailed: boolean;
  /** The background saw WebSocket handshakes fail, or none finish. */
  socketsFailing: boolean;
}

export type Phase = 'calm' | 'suspect' | 'notice';

export interface PageHealth {
  symptom: Symptom | null;
  phase: Phase;
  /** Visible time the symptom has lasted, in ms. */
  lastedMs: number;
  progress: number;
  /** Time chats have been shown again while in trouble, in ms. */
  goodMs: number;
  /** When chats with a live connection were last seen, or 0. */
  lastGoodAt: EpochMs;
}

export const HEALTHY: PageHealth = {
  symptom: null,
  phase: 'calm',
  lastedMs: 0,
  progress: -1,
  goodMs: 0,
  lastGoodAt: 0,
};

/** Chats must stay for this long before trouble counts as over, in ms: a reconnect can fail at once. */
const GOOD_FOR_MS = 3_000;

/** Visible time until suspicion and until notice, in seconds, per symptom (`docs/architecture.md`, "Detection"). */
function thresholds(symptom: Symptom, look: PageLook): readonly [number, number] {
  switch (symptom) {
    case 'app-not-starting':
      return look.scriptsFailed || look.socketsFailing ? [8, 20] : [30, 50];
    case 'loading-frozen':
      return [60, 120];
    case 'cannot-connect':
      return [10, 20];
    case 'service-unavailable':
    case 'network-block':
      return [3, 10];
    case 'connection-lost':
      return look.socketsFailing && look.screen === 'main-lost-action' ? [0, 22] : [60, 90];
    default:
      // A page without any marker we know is asked about quietly, and never noticed by itself.
      return [look.screen === 'foreign' ? 3 : 30, Number.POSITIVE_INFINITY];
  }
}

const SYMPTOM_OF: { readonly [S in Screen]?: Symptom } = {
  'main-lost': 'connection-lost',
  'main-lost-action': 'connection-lost',
  splash: 'app-not-starting',
  loading: 'loading-frozen',
  'cannot-connect': 'cannot-connect',
  'no-service': 'service-unavailable',
  'network-block': 'network-block',
  foreign: 'page-unknown',
  unknown: 'page-unknown',
};

/** Time since the last look, in ms: on the clock, and the part of it the page was visible and unfrozen. */
export interface Passed {
  clockMs: number;
  visibleMs: number;
}

/** One look further. */
export function step(health: PageHealth, look: PageLook, passed: Passed, now: EpochMs): PageHealth {
  const symptom = symptomOf(health, look);
  if (symptom === null) return better(health, look, passed.clockMs, now);
  const same = symptom === health.symptom;
  const moved = same && symptom === 'loading-frozen' && look.progress !== health.progress;
  const lastedMs = same && !moved ? health.lastedMs + passed.visibleMs : 0;
  const [suspectS, noticeS] = thresholds(symptom, look);
  const reached: Phase =
    lastedMs >= noticeS * 1000 ? 'notice' : lastedMs >= suspectS * 1000 ? 'suspect' : 'calm';
  // Trouble that shows another face (dialog → loading → dialog) is still the same trouble, unless loading moves.
  const phase = moved ? 'calm' : worse(reached, health.phase);
  return { ...health, symptom, phase, lastedMs, progress: look.progress, goodMs: 0 };
}

/**
 * WhatsApp's connection banner gains its action after 3 s (wa-diff WAWebButterbar, 2026-04). A warning that never does
 * is another notice, unless sockets fail or trouble was seen before.
 */
function symptomOf(health: PageHealth, look: PageLook): Symptom | null {
  const fresh = health.phase === 'calm' && health.symptom !== 'connection-lost';
  const another = look.screen === 'main-lost' && !look.socketsFailing && fresh;
  return another ? null : (SYMPTOM_OF[look.screen] ?? null);
}

/** Recovery is read in hidden tabs too, so here the clock counts. */
function better(health: PageHealth, look: PageLook, clockMs: number, now: EpochMs): PageHealth {
  const lastGoodAt = look.screen === 'main' ? now : health.lastGoodAt;
  const goodMs = health.goodMs + clockMs;
  const over = health.phase === 'calm' || goodMs >= GOOD_FOR_MS;
  return over ? { ...HEALTHY, lastGoodAt } : { ...health, goodMs, lastGoodAt };
}

const RANK: Readonly<Record<Phase, number>> = { calm: 0, suspect: 1, notice: 2 };

function worse(a: Phase, b: Phase): Phase {
  return RANK[a] > RANK[b] ? a : b;
}

/**
 * How long until the next look, in ms, or `null` for none. Healthy chats: one light look every 15 s while
 * visible, nothing while hidden. Recovery is watched in hidden tabs too.
 */
export function nextLookMs(health: PageHealth, look: PageLook, visible: boolean): number | null {
  if (health.phase !== 'calm') return 2_000;
  if (!visible) return null;
  if (look.screen === 'main-lost') return 3_000;
  const settled = look.screen === 'main' || look.screen === 'linking' || look.screen === 'other';
  return settled && !look.socketsFailing ? 15_000 : 1_000;
}
