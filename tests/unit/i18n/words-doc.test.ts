import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSES_OF, SAYABLE, wordsDocument } from '../../../scripts/docs/words';
import { CAUSES, CONFIDENCES, VERDICTS } from '../../../src/core/verdict';
import { explainKey, headlineKey } from '../../../src/i18n/phrases';
import { stepKeys } from '../../../src/i18n/steps';
import { catalogue } from '../catalogues';

const ROOT = join(import.meta.dirname, '../../..');
const english = catalogue('en');
const text = (key: string | undefined) => (key && english[key]?.message) || '';

it('docs/words.md is what the messages say; `npm run docs` writes it anew', () => {
  const written = readFileSync(join(ROOT, 'docs/words.md'), 'utf8');
  expect(written, 'out of date: run `npm run docs`').toBe(wordsDocument(ROOT));
});

it('the table has every verdict, cause and confidence', () => {
  const of = (name: 'verdict' | 'cause' | 'confidence') => new Set(SAYABLE.map((said) => said[name]));
  expect(of('verdict')).toEqual(new Set(VERDICTS));
  expect(of('cause')).toEqual(new Set(CAUSES));
  expect(of('confidence')).toEqual(new Set(CONFIDENCES));
  expect(Object.keys(CAUSES_OF)).toEqual([...VERDICTS]);
});

/** Words that people outside the trade do not use, or that blame or promise. */
const UNWELCOME =
  /\b(dns|tls|ssl|https?|proxy|certificate|firewall|server|sockets?|host|ip|resolver|session|cache|url|isp|protocol|time-?out|latency|error|fault|wrongly|you broke|definitely|certainly|always|soon|hacked|attack)\b/i;

describe.each(
  SAYABLE.map((said) => [[said.verdict, said.cause, said.confidence, said.rule].join(' '), said] as const),
)('%s', (_, said) => {
  it('has a headline of at most eight plain words, one or two short sentences, and a first action', () => {
    const headline = text(headlineKey(said));
    expect(headline.split(/\s+/).length).toBeLessThanOrEqual(8);
    expect(headline).not.toMatch(UNWELCOME);
    const sentence = text(explainKey(said));
    expect(sentence.match(/[.!?](?=\s|$)/g)?.length ?? 0).toBeLessThanOrEqual(2);
    expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(32);
    if (said.rule !== 'page-works') expect(text(stepKeys(said)[0])).not.toBe('');
  });

  it('is never more certain than the evidence', () => {
    const headline = text(headlineKey(said));
    if (said.verdict !== 'global') return;
    const word = { possible: /\bmay\b/, likely: /\bseems?\b/, confirmed: /\b(is|are)\b/ }[
      said.confidence || 'possible'
    ];
    expect(headline).toMatch(word);
  });
});

it('a trouble of this browser is not helped by another network', () => {
  for (const cause of ['browser', 'session'] as const)
    expect(stepKeys({ verdict: 'local', cause, confidence: 'likely', rule: '' })).not.toContain(
      'step_other_network',
    );
});
