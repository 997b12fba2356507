import { describe, expect, it } from 'vitest';
import { MISSING_REASONS, NET_CAUSES, SOURCE_IDS, SYMPTOMS } from '../../../src/core/evidence';
import { RULES } from '../../../src/core/rules/index';
import type { Cause, Confidence, Verdict, VerdictName } from '../../../src/core/verdict';
import { explainKey, headlineKey } from '../../../src/i18n/phrases';
import { stepKeys } from '../../../src/i18n/steps';
import { catalogue } from '../catalogues';

type Said = Pick<Verdict, 'verdict' | 'cause' | 'confidence' | 'rule'>;

const english = catalogue('en');
const SURE: readonly Confidence[] = ['possible', 'likely', 'confirmed'];

/** Each verdict with the causes the contract allows it. */
const CAUSES: { readonly [V in VerdictName]: readonly Cause[] } = {
  working: [''],
  offline: [''],
  'captive-portal': [''],
  local: ['dns', 'blocked', 'tls', 'proxy', 'firewall', 'browser', 'session', 'unknown'],
  regional: [''],
  global: ['meta-wide', 'whatsapp-only', 'web-only', 'messages-only'],
  unsure: ['', 'browser', 'session'],
};
const RULE_IDS = [...RULES.map((rule) => rule.id), 'calm'];

/** Everything that can ever be said. */
const ALL: readonly Said[] = (Object.keys(CAUSES) as VerdictName[]).flatMap((verdict) => {
  const claims = verdict !== 'working' && verdict !== 'unsure';
  return CAUSES[verdict].flatMap((cause) =>
    (claims ? SURE : (['' as const] satisfies Confidence[])).flatMap((confidence) =>
      (claims ? [''] : RULE_IDS).map((rule) => ({ verdict, cause, confidence, rule })),
    ),
  );
});

const text = (key: string) => english[key]?.message ?? '';
const inWords = ({ verdict, cause, confidence, rule }: Said) =>
  [verdict, cause, confidence, rule].filter(Boolean).join(' · ');

describe('everything that can be said has its words', () => {
  it.each(ALL.map((said) => [inWords(said), said] as const))('%s', (_, said) => {
    expect(text(headlineKey(said)), headlineKey(said)).not.toBe('');
    expect(text(explainKey(said)), explainKey(said)).not.toBe('');
    for (const key of stepKeys(said)) expect(text(key), key).not.toBe('');
  });

  it('and everything wrong has something the person can do', () => {
    for (const said of ALL.filter((one) => one.verdict !== 'working'))
      expect(stepKeys(said), inWords(said)).not.toHaveLength(0);
  });

  it.each([
    ...SYMPTOMS.map((symptom) => `evidence_page_${symptom}`),
    ...NET_CAUSES.map((cause) => `evidence_host_${cause}`),
    ...SOURCE_IDS.map((source) => `source_${source}`),
    ...MISSING_REASONS.map((reason) => `missing_${reason}`),
    ...SURE.map((confidence) => `popup_confidence_${confidence}`),
    ...['points-to-you', 'points-to-them', 'healthy', 'silent', 'unavailable', 'not-asked'].map(
      (says) => `says_${says}`,
    ),
    ...['yours', 'between', 'theirs', 'unsure'].map((side) => `badge_${side}`),
  ])('%s', (key) => {
    expect(text(key.replaceAll('-', '_'))).not.toBe('');
  });
});

describe('a cause that is not told', () => {
  it('is unknown when it is this side’s, WhatsApp’s alone when it is theirs, and then only possible', () => {
    const said = { cause: '', confidence: '', rule: '' } as const;
    expect(headlineKey({ ...said, verdict: 'local' })).toBe('headline_local_unknown');
    expect(explainKey({ ...said, verdict: 'global' })).toBe('explain_whatsapp_only');
    expect(headlineKey({ ...said, verdict: 'global' })).toBe('headline_whatsapp_only_possible');
  });
});

describe('headlines', () => {
  const headlines = Object.keys(english).filter((key) => key.startsWith('headline_'));

  it.each(headlines)('%s has at most eight words', (key) => {
    expect(text(key).split(/\s+/).length).toBeLessThanOrEqual(8);
  });

  it('tell how sure they are of an outage: three ways to say it, never one for all', () => {
    for (const cause of CAUSES.global) {
      const said = SURE.map((confidence) =>
        text(headlineKey({ verdict: 'global', cause, confidence, rule: '' })),
      );
      expect(new Set(said).size, cause).toBe(3);
    }
  });

  it('do not claim an outage that is only possible', () => {
    for (const cause of CAUSES.global)
      expect(text(headlineKey({ verdict: 'global', cause, confidence: 'possible', rule: '' }))).toMatch(
        /\bmay\b/,
      );
  });

  it('say of a page that is back that it is back, and of any other healthy one that it is fine', () => {
    const working = { verdict: 'working', cause: '', confidence: '' } as const;
    expect(headlineKey({ ...working, rule: 'answers-again' })).toBe('headline_answers_again');
    expect(headlineKey({ ...working, rule: 'page-works' })).toBe('headline_working');
    expect(stepKeys({ ...working, rule: 'answers-again' })).toEqual(['step_reload']);
  });

  it('say of a phone that works what that proves, and no more', () => {
    const unsure = { verdict: 'unsure', cause: '', confidence: '' } as const;
    expect(headlineKey({ ...unsure, rule: 'here-or-web' })).toBe('headline_here_or_web');
    expect(stepKeys({ ...unsure, rule: 'here-or-web' })).toEqual(
      expect.arrayContaining(['step_use_phone', 'step_other_browser', 'step_site_data']),
    );
  });
});
