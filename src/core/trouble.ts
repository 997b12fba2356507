/**
 * The trouble that lasts, or the last one: its record, the good signs since it last failed, and the person's wish to be told.
 * Pure steps, taken by the background alone. Each gives the same twice over: whoever was stopped between two of them takes
 * the last one again.
 */
import { type EpochMs, known, LAYER_OF, SOURCE_IDS, type SourceId } from './evidence';
import { hostAnswers, hostFails, serverFails } from './reading-of';
import { type IncidentRecord, JOIN_MS, MOST_TURNS } from './record';
import * as v from './shape';
import type { Incident, Situation } from './situation';

export interface Trouble {
  version: 1;
  record: IncidentRecord | null;
  /** Id of the situation's incident that the record is of: a trouble that comes again is another incident, and the same record. */
  incident: string;
  /** Records of earlier troubles that have not found their place among the old ones yet. */
  past: readonly IncidentRecord[];
  /** When each kind of good sign came for the first time since it last failed; 0 for not yet. */
  page: EpochMs;
  socket: EpochMs;
  host: EpochMs;
  /** WhatsApp's host answered twice since then, in two checks. */
  twice: boolean;
  /** WhatsApp's host failed while it lasted: that it answers now means something. */
  hostFailed: boolean;
  /** Checks made without an incident in the situation. */
  checks: number;
  /** When the person asked to be told of its end; 0: they did not, or they were told. */
  wishedAt: EpochMs;
  /** What the person is still to be told: it is `back`, or all that is known is that the site `answers`. */
  owed: '' | 'back' | 'answers';
  /** No notification could say it: the badge does, until the popup was opened. */
  badge: boolean;
}

export const NO_TROUBLE: Trouble = {
  version: 1,
  record: null,
  incident: '',
  past: [],
  page: 0,
  socket: 0,
  host: 0,
  twice: false,
  hostFailed: false,
  checks: 0,
  wishedAt: 0,
  owed: '',
  badge: false,
};

const isWhole = (record: unknown) => {
  const { turns, symptoms, sources } = record as Partial<IncidentRecord>;
  return [turns, symptoms, sources].every(Array.isArray);
};

/** Told from a newer version's, and from what is half there; in so few bytes since every event pays for them. */
export const TroubleSchema: v.Shape<Trouble> = v.being((raw) => {
  const { version, record, past } = raw as Partial<Trouble>;
  return version === 1 && past?.every(isWhole) && (record === null || isWhole(record));
});

/** Two answers of the host this far apart come from two checks, in ms. */
const TWICE_MS = 25_000;

/** Good signs must hold for this long before anybody is told, in ms; four times as long where it came and went before. */
export const HOLD_MS = 30_000;

/** A trouble that was seen to last is written down again after this long, in ms. */
const SEEN_MS = 60_000;

/** Without a page, nobody is asked for longer than this after the person's wish, in ms. */
export const WISH_MS = 12 * 60 * 60_000;

const NO_SIGNS = { page: 0, socket: 0, host: 0, twice: false } as const;

/** What the situation says of the trouble. `shown`: it is sure enough to be shown, and its verdict stands. */
export function followed(trouble: Trouble, situation: Situation, shown: boolean, now: EpochMs): Trouble {
  const { incident, evidence, verdict } = situation;
  // Of what is seen in private windows alone nothing is kept.
  const tabs = Object.entries(incident?.tabs ?? {}).filter(([, tab]) => !tab.hidden);
  if (incident === null || tabs.length === 0) return trouble;
  if (trouble.incident !== incident.id && !shown) return trouble;
  const heard = SOURCE_IDS.filter((id) => evidence[id]?.state === 'known');
  const atOf = (id: SourceId) => evidence[id]?.at ?? 0;
  const host = known(evidence, 'whatsapp-host', now);
  const fails = hostFails(host) || serverFails(host);
  const watched = tabs.some(([id]) => Number(id) > 0);
  const open = trouble.incident === incident.id ? trouble : opened(trouble, incident, now);
  const { record } = open;
  if (record === null) return trouble;
  const seenAt = Math.max(watched ? atOf('page') : 0, fails ? atOf('whatsapp-host') : 0);
  const { confidence, cause } = verdict;
  const last = record.turns.at(-1);
  const same = last?.verdict === verdict.verdict && last.confidence === confidence && last.cause === cause;
  const by = heard.toSorted((one, other) => atOf(other) - atOf(one))[0] ?? 'page';
  const turn = { at: verdict.at, verdict: verdict.verdict, confidence, cause, by };
  const [first, ...rest] = shown && !same ? [...record.turns, turn] : record.turns;
  const next: IncidentRecord = {
    ...record,
    seenAt: seenAt - record.seenAt >= SEEN_MS ? seenAt : record.seenAt,
    symptoms: [...new Set([...record.symptoms, ...tabs.flatMap(([, { symptom }]) => symptom ?? [])])],
    turns: first ? [first, ...rest.slice(1 - MOST_TURNS)] : [],
    sources: [...new Set([...record.sources, ...heard])],
  };
  const after = withHost(
    { ...open, record: next, hostFailed: open.hostFailed || fails },
    fails ? false : hostAnswers(host) || null,
    atOf('whatsapp-host'),
  );
  return JSON.stringify(after) === JSON.stringify(trouble) ? trouble : after;
}

/** A new trouble begins, or the last one comes again, or is seen once more. */
function opened(trouble: Trouble, { id, beganAt, noticedAt }: Incident, now: EpochMs): Trouble {
  const { record, past } = trouble;
  const lastAt = record ? (record.overAt ?? Math.max(record.seenAt, trouble.page)) : 0;
  if (record && Math.abs(beganAt - lastAt) < JOIN_MS) {
    const again = record.overAt !== null || trouble.page > 0;
    const joined = again ? { again: record.again + 1, againAt: beganAt } : {};
    return {
      ...trouble,
      ...NO_SIGNS,
      incident: id,
      record: { ...record, ...joined, overAt: null, seenAt: now },
    };
  }
  return {
    ...NO_TROUBLE,
    incident: id,
    past: record ? [...past, record] : past,
    record: {
      id,
      beganAt,
      noticedAt,
      seenAt: noticedAt,
      overAt: null,
      symptoms: [],
      turns: [],
      sources: [],
      again: 0,
      againAt: null,
      toldAt: null,
    },
  };
}

/** WhatsApp's host answered, did not, or (`null`) was not heard: that holds what is known. */
export function withHost(trouble: Trouble, answers: boolean | null, at: EpochMs): Trouble {
  if (answers === null) return trouble;
  if (!answers) return { ...trouble, host: 0, twice: false };
  const { host, twice } = trouble;
  return { ...trouble, host: host || at, twice: twice || (host > 0 && at - host >= TWICE_MS) };
}

/** A page shows chats again; `socket`: over a line that stands. */
export function withGoodPage(trouble: Trouble, socket: boolean, now: EpochMs): Trouble {
  if (!lasts(trouble)) return trouble;
  // What the host said before counts no more: it is to answer now.
  const first = trouble.page > 0 ? {} : { page: now, host: 0, twice: false };
  return { ...trouble, ...first, socket: trouble.socket || (socket ? now : 0) };
}

/** Nobody has seen its end. */
export function lasts({ record }: Trouble): boolean {
  return record !== null && record.overAt === null;
}

/** How long the good signs have to hold, in ms. Who did not ask to be told needs no patience. */
export function holdMs({ record, wishedAt }: Trouble): number {
  if (wishedAt === 0) return 0;
  return record && record.again > 0 ? 4 * HOLD_MS : HOLD_MS;
}

/**
 * It is over when two kinds of good signs hold: a page with chats, and its socket or WhatsApp's host. Where no page can tell
 * (none is open, or those that are will not recover by themselves), the host's word alone makes "the site answers", if it
 * failed before.
 */
export function concluded(trouble: Trouble, incident: Incident | null, now: EpochMs): Trouble {
  const { record, page, socket, host, twice, hostFailed, wishedAt } = trouble;
  if (record === null || !lasts(trouble)) return trouble;
  const holds = page > 0 && Math.abs(now - page) >= holdMs(trouble);
  if (incident === null && holds && (socket > 0 || host > 0)) {
    const over = { ...trouble, record: { ...record, overAt: page }, wishedAt: 0 };
    return wishedAt > 0 ? { ...over, owed: 'back', badge: false } : over;
  }
  const answers = isWaitedFor(trouble) && hostFailed && twice && isMute(incident);
  return answers ? { ...trouble, owed: 'answers', badge: false, wishedAt: 0 } : trouble;
}

/** Somebody waits for the end, and no page has said yet that it has come. */
export function isWaitedFor(trouble: Trouble): boolean {
  return lasts(trouble) && trouble.wishedAt > 0 && trouble.page === 0;
}

/** A first good sign is there: the second is looked for soon, not at the pace of a trouble that lasts. */
export function isNearlyOver(trouble: Trouble, incident: Incident | null): boolean {
  const { page, host, twice, hostFailed } = trouble;
  return (
    lasts(trouble) &&
    ((incident === null && page > 0) ||
      (isWaitedFor(trouble) && isMute(incident) && hostFailed && host > 0 && !twice))
  );
}

/** No page can tell that it is over: none is in trouble, or those that are will not recover by themselves. */
function isMute(incident: Incident | null): boolean {
  return Object.entries(incident?.tabs ?? {}).every(([id, { symptom }]) => {
    const layer = LAYER_OF[symptom ?? 'sends-stuck'];
    return !(Number(id) > 0) || (layer !== 'socket' && layer !== 'send');
  });
}

/** There is something to do, although no page of WhatsApp's is in trouble: a second sign or a wish to look for, or to tell. */
export function isAwaited(trouble: Trouble, now: EpochMs): boolean {
  const { page, wishedAt, host, owed, badge } = trouble;
  if (owed && !badge) return true;
  if (!lasts(trouble)) return false;
  const since = Math.max(page, wishedAt);
  // What answered once is asked for the second time, however late.
  return since > 0 && (now - since < WISH_MS || host > 0);
}
