/**
 * Every answer the extension can give, each with evidence that leads to it: the verdict is diagnosed, not written
 * down, so no picture shows what the rules would never say. The exceptions say so.
 */

import type { Asked, Purpose } from '../../src/core/asking/ledger.ts';
import { diagnose } from '../../src/core/diagnose.ts';
import type { Evidence, SourceId } from '../../src/core/evidence.ts';
import type { Situation } from '../../src/core/situation.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import type { WayStates } from '../../src/core/ways.ts';
import * as says from './witnesses.ts';

/** What the popup is to show. */
export interface GalleryState {
  /** Name of its pictures: verdict, cause and confidence. */
  name: string;
  evidence: says.Words;
  /** A verdict that no rule gives yet. */
  verdict?: Partial<Verdict>;
  /** No trouble, or no longer. */
  quiet?: true;
  /** Sources that have still to answer. */
  outstanding?: readonly SourceId[];
  /** How long it has lasted, in ms. */
  lastedMs?: number;
}

const MINUTE = 60_000;
const FIRST_ROUND: readonly SourceId[] = [
  'this-device',
  'whatsapp-host',
  'dns',
  'meta-family',
  'meta-status',
];

const HERE_FINE = {
  'this-device': says.otherSitesAnswer,
  'meta-status': says.metaSilent,
  'meta-family': says.familyReached,
  dns: says.addressesFound,
};
const FAILS_HERE = { ...HERE_FINE, page: says.page('document-failed') };
const INSIDE_FAILS = { ...HERE_FINE, 'whatsapp-host': says.hostAnswers };
const META_GONE = {
  page: says.page('document-failed'),
  'this-device': says.otherSitesAnswer,
  'whatsapp-host': says.hostFails('name-not-resolved'),
  dns: says.everythingGone,
  'meta-family': says.familySilent,
  'meta-status': says.missing('unreachable'),
};
const SERVER_FAILS = { ...HERE_FINE, page: says.page('server-error'), 'whatsapp-host': says.hostErrs };

/** One for each thing that can be said. */
export const STATES: readonly GalleryState[] = [
  { name: 'working', quiet: true, evidence: {} },
  {
    name: 'answers-again',
    quiet: true,
    evidence: { ...HERE_FINE, page: says.page('asked-by-hand'), 'whatsapp-host': says.hostAnswers },
  },
  {
    name: 'checking',
    evidence: { page: says.page('document-failed'), 'this-device': says.otherSitesAnswer },
    outstanding: FIRST_ROUND.slice(1),
    lastedMs: 2_000,
  },
  {
    name: 'offline',
    evidence: {
      page: says.page('document-failed', 'disconnected'),
      'this-device': says.noNetwork,
      'whatsapp-host': says.hostFails('disconnected'),
      dns: says.missing('unreachable'),
      'meta-family': says.familySilent,
      'meta-status': says.missing('unreachable'),
    },
  },
  {
    name: 'captive-portal',
    evidence: {
      page: says.page('document-redirected'),
      'this-device': says.otherSitesAnswer,
      'whatsapp-host': says.hostRedirects,
      dns: says.missing('unreadable'),
      'meta-family': says.familySilent,
      'meta-status': says.missing('unreadable'),
    },
  },
  { name: 'local-dns', evidence: { ...FAILS_HERE, 'whatsapp-host': says.hostFails('name-not-resolved') } },
  {
    name: 'local-blocked',
    evidence: {
      ...FAILS_HERE,
      page: says.page('document-failed', 'blocked'),
      'whatsapp-host': says.hostAnswers,
    },
  },
  { name: 'local-tls', evidence: { ...FAILS_HERE, 'whatsapp-host': says.hostFails('certificate') } },
  { name: 'local-proxy', evidence: { ...FAILS_HERE, 'whatsapp-host': says.hostFails('proxy') } },
  {
    name: 'local-firewall',
    evidence: { ...FAILS_HERE, 'whatsapp-host': says.hostFails('reset', 3), world: says.places(1, 12) },
  },
  {
    name: 'local-unknown',
    evidence: {
      ...FAILS_HERE,
      'whatsapp-host': says.hostFails('protocol', 3),
      world: says.places(0, 12),
      phone: says.phone(true),
    },
  },
  {
    name: 'regional',
    evidence: {
      ...FAILS_HERE,
      'whatsapp-host': says.hostFails('timed-out', 3),
      world: says.places(2, 12),
      country: says.countryFails,
    },
  },
  {
    name: 'global-whatsapp-only-possible',
    evidence: { ...INSIDE_FAILS, page: says.page('connection-lost'), 'recent-success': says.workedBefore },
  },
  {
    name: 'global-whatsapp-only-likely',
    evidence: {
      ...SERVER_FAILS,
      'meta-status': says.metaReports('Some people cannot send messages. We are on it.'),
    },
  },
  {
    name: 'global-whatsapp-only-confirmed',
    evidence: { ...SERVER_FAILS, world: says.places(11, 12), phone: says.phone(false) },
  },
  { name: 'global-meta-wide-likely', evidence: META_GONE },
  { name: 'global-meta-wide-confirmed', evidence: { ...META_GONE, phone: says.phone(false) } },
  {
    name: 'global-web-only-possible',
    evidence: {
      ...INSIDE_FAILS,
      page: says.page('app-not-starting'),
      'recent-success': says.workedBefore,
      phone: says.phone(true),
    },
  },
  {
    name: 'global-messages-only-possible',
    evidence: { ...INSIDE_FAILS, page: says.page('sends-stuck'), 'recent-success': says.workedBefore },
  },
  { name: 'unsure', evidence: { ...INSIDE_FAILS, page: says.page('cannot-connect') } },
  {
    name: 'here-or-web',
    evidence: { ...INSIDE_FAILS, page: says.page('cannot-connect'), phone: says.phone(true) },
  },
  {
    name: 'asking-the-world',
    evidence: { ...FAILS_HERE, 'whatsapp-host': says.hostFails('timed-out', 3) },
    outstanding: ['world'],
  },
  { name: 'given-up', evidence: META_GONE, lastedMs: 4 * 60 * MINUTE },
  {
    name: 'hostile-words',
    evidence: {
      ...META_GONE,
      dns: says.addressesFound,
      'whatsapp-host': says.hostErrs,
      'meta-status': says.metaReports(says.HOSTILE, says.HOSTILE),
    },
  },
];

/** The state with this name. */
export function stateNamed(name: string): GalleryState {
  const state = STATES.find((one) => one.name === name);
  if (!state) throw new Error(`no state is called ${name}`);
  return state;
}

/** The situation as the background would have stored it by now. `index` tells two of them apart by their beginning. */
export function situationOf(state: GalleryState, now: number, index = 0): Situation {
  const beganAt = now - (state.lastedMs ?? 12 * MINUTE) - index;
  const evidence: Evidence = says.readings(state.evidence, now - Math.min(MINUTE, now - beganAt));
  const verdict = { ...diagnose(evidence, now), ...state.verdict };
  const tabs = { '0': { symptom: 'document-failed', phase: 'notice', at: beganAt } } as const;
  const incident = { id: 'gallery', beganAt, noticedAt: beganAt, tabs, dismissed: false, checks: 1 };
  const round = state.outstanding ? { startedAt: now, outstanding: [...state.outstanding] } : null;
  return { version: 1, incident: state.quiet ? null : incident, evidence, verdict, round };
}

/** Requests of the last minutes, as the popup lists them. */
export function askedAt(now: number): Asked[] {
  const asked = (purpose: Purpose, host: string, secondsAgo: number, ended: string): Asked => ({
    purpose,
    host,
    at: now - secondsAgo * 1000,
    ended,
  });
  return [
    asked('here', 'www.gstatic.com', 60, 'opaque'),
    asked('here', 'cp.cloudflare.com', 60, 'opaque'),
    asked('whatsapp', 'web.whatsapp.com', 59, 'net::ERR_CONNECTION_CLOSED'),
    asked('here', 'cloudflare-dns.com', 59, '200'),
    asked('here', 'dns.google', 59, '200'),
    asked('meta', 'metastatus.com', 57, 'net::ERR_TIMED_OUT'),
    asked('fallback', 'web.telegram.org', 30, 'opaque'),
  ];
}

/** One way answers, one could not be checked. */
export function waysTriedAt(now: number): WayStates {
  const said = { incident: null, since: null, at: now };
  return {
    telegram: { status: 'reachable', note: 'reachable', ...said },
    signal: { status: 'unknown', note: 'unknown', ...said },
  };
}
