import { describe, expect, it } from 'vitest';
import { type Evidence, FRESH_MS, known, LAYER_OF, SOURCE_IDS, SYMPTOMS } from '../../../src/core/evidence';
import { pauseMs } from '../../../src/core/schedule';
import { answers, heard, MINUTE, NOW, page, SECOND, silent } from '../witnesses';

describe('known', () => {
  const host = answers();
  const at = (ageMs: number) => heard({ 'whatsapp-host': host }, NOW - ageMs);

  it('is the value while it is fresh', () => {
    expect(known(at(0), 'whatsapp-host', NOW)).toBe(host);
    expect(known(at(FRESH_MS['whatsapp-host']), 'whatsapp-host', NOW)).toBe(host);
  });

  it('is nothing once it is stale', () => {
    expect(known(at(FRESH_MS['whatsapp-host'] + 1), 'whatsapp-host', NOW)).toBeNull();
  });

  it('is nothing when the clock was set back, but a few seconds ahead are no matter', () => {
    expect(known(at(-30 * SECOND), 'whatsapp-host', NOW)).toBe(host);
    expect(known(at(-2 * MINUTE), 'whatsapp-host', NOW)).toBeNull();
  });

  it('is still the page’s word after the clock was set back: it speaks until it speaks again', () => {
    const symptom = page('cannot-connect');
    expect(known(heard({ page: symptom }), 'page', NOW - 60 * MINUTE)).toBe(symptom);
  });

  it('is nothing when missing or never asked', () => {
    expect(known(silent({ 'whatsapp-host': 'unreachable' }), 'whatsapp-host', NOW)).toBeNull();
    expect(known({}, 'whatsapp-host', NOW)).toBeNull();
  });

  it('keeps the page’s word until it speaks again, and the person’s answer for ten minutes', () => {
    const evidence: Evidence = heard({ page: page('cannot-connect'), phone: { works: true } }, NOW);
    expect(known(evidence, 'page', NOW + 600 * MINUTE)).not.toBeNull();
    expect(known(evidence, 'phone', NOW + 10 * MINUTE)).toEqual({ works: true });
    expect(known(evidence, 'phone', NOW + 10 * MINUTE + 1)).toBeNull();
  });

  it('lets every reading outlive the longest pause between two re-checks', () => {
    const longestPause = pauseMs(1_000, 1);
    for (const source of SOURCE_IDS.filter((id) => id !== 'phone'))
      expect(FRESH_MS[source], source).toBeGreaterThan(longestPause);
  });

  it('lets nobody speak for longer than three quarters of an hour but the page and the connection it used', () => {
    for (const source of SOURCE_IDS.filter((id) => id !== 'page' && id !== 'recent-success'))
      expect(FRESH_MS[source], source).toBeLessThanOrEqual(45 * MINUTE);
  });
});

describe('layers', () => {
  it.each(['reach', 'edge', 'app', 'socket', 'send'])('%s has a symptom that shows it', (layer) => {
    expect(SYMPTOMS.filter((symptom) => LAYER_OF[symptom] === layer)).not.toHaveLength(0);
  });
});
