import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/core/diagnose';
import {
  type Evidence,
  MISSING_REASONS,
  type Reading,
  SOURCE_IDS,
  type SourceId,
} from '../../../src/core/evidence';
import type { Rule } from '../../../src/core/rule';
import { RULES } from '../../../src/core/rules/index';
import { SIDE_OF, type Side, type Verdict } from '../../../src/core/verdict';
import { always, anyEvidence, anyMissing, anyTroubled } from '../any';
import { answers, device, dns, fails, HOUR, heard, meta, NOW, page, silent, world } from '../witnesses';

const sideOf = ({ verdict }: Verdict) => SIDE_OF[verdict];

describe('the runner', () => {
  const says = (id: string, verdict: 'local' | 'global'): Rule => ({
    id,
    needs: ['page', 'dns'],
    judge: () => ({ verdict, confidence: 'likely' }),
  });
  const evidence = heard({ page: page('document-failed'), dns: dns('addresses') });

  it('lets the first rule that fits decide', () => {
    const verdict = diagnose(evidence, NOW, [says('first', 'global'), says('second', 'local')]);
    expect(verdict).toMatchObject({ verdict: 'global', rule: 'first', at: NOW });
  });

  it('is calm when no rule fits', () => {
    expect(diagnose(evidence, NOW, [])).toEqual({
      verdict: 'working',
      cause: '',
      confidence: '',
      rule: 'calm',
      because: [],
      findings: [],
      at: NOW,
    });
  });

  it('passes over a rule that throws, wherever it stands', () => {
    const broken: Rule = {
      id: 'broken',
      needs: [...SOURCE_IDS],
      judge: () => {
        throw new Error('cannot tell');
      },
    };
    always(
      fc.property(anyEvidence(), fc.nat(RULES.length), (any, place) => {
        const rules = RULES.toSpliced(place, 0, broken);
        const { findings, ...verdict } = diagnose(any, NOW, rules);
        const { findings: expected, ...without } = diagnose(any, NOW);
        expect(verdict).toEqual(without);
        // It is kept that it could not tell.
        const stumbled = { rule: 'broken', verdict: 'unsure', cause: '', confidence: '' };
        if (any.page?.state === 'known') expect(findings).toContainEqual(stumbled);
        expect(findings.filter(({ rule }) => rule !== 'broken')).toEqual(expected);
      }),
    );
  });

  it('passes over rules that stumble over a stored reading of another shape', () => {
    const misshapen = {
      state: 'known',
      value: { probe: null },
      at: NOW,
    } as unknown as Reading<'whatsapp-host'>;
    const verdict = diagnose({ ...heard({ page: page('cannot-connect') }), 'whatsapp-host': misshapen }, NOW);
    expect(verdict.verdict).toBe('unsure');
  });

  it('is not led astray by a reading of another shape that its rules do not need', () => {
    const misshapen = { state: 'known', value: null, at: NOW } as unknown as Reading<'crowd'>;
    const sends = heard({ page: page('sends-stuck'), 'whatsapp-host': answers(), 'this-device': device() });
    expect(diagnose({ ...sends, crowd: misshapen }, NOW)).toEqual(diagnose(sends, NOW));
  });

  it('keeps every finding, in the order of the table', () => {
    const verdict = diagnose(
      heard({
        page: page('document-failed'),
        'whatsapp-host': fails('name-not-resolved'),
        dns: dns('addresses'),
        'this-device': device(),
        'meta-status': meta('high'),
        phone: { works: false },
      }),
      NOW,
    );
    expect(verdict.findings).toEqual([
      { rule: 'not-resolved-here', verdict: 'local', cause: 'dns', confidence: 'likely' },
      { rule: 'meta-says-so', verdict: 'global', cause: 'whatsapp-only', confidence: 'confirmed' },
      { rule: 'phone-fails-too', verdict: 'global', cause: 'whatsapp-only', confidence: 'confirmed' },
    ]);
    expect(verdict).toMatchObject({ rule: 'not-resolved-here', verdict: 'local', confidence: 'likely' });
  });

  it('shows a rule only the readings it declared', () => {
    const curious: Rule = {
      id: 'curious',
      needs: ['page'],
      judge: (seen) => (Object.keys(seen).join() === 'page' ? { verdict: 'unsure' } : null),
    };
    expect(diagnose(evidence, NOW, [curious]).rule).toBe('curious');
  });

  it('does not call a page unknown to us trouble before WhatsApp’s host was asked', () => {
    const unknown = heard({ page: page('page-unknown') });
    expect(diagnose(unknown, NOW).verdict).toBe('working');
    expect(diagnose({ ...unknown, ...heard({ 'whatsapp-host': fails('reset') }) }, NOW).verdict).toBe(
      'unsure',
    );
    expect(diagnose(heard({ page: page('cannot-connect') }), NOW).verdict).toBe('unsure');
  });

  it('rests the answer on witnesses of its own side only', () => {
    const verdict = diagnose(
      heard({
        page: page('document-failed'),
        'whatsapp-host': fails('name-not-resolved'),
        dns: dns('addresses'),
        'this-device': device(),
        'meta-status': meta('high'),
      }),
      NOW,
    );
    expect(verdict.rule).toBe('not-resolved-here');
    expect(verdict.because).toEqual(['whatsapp-host', 'dns']);
  });
});

// More that always holds: `tests/scenarios/properties.ts`.
describe('for any evidence', () => {
  it('a source that gives nothing never moves the trouble to the other side', () => {
    always(
      fc.property(anyTroubled, fc.constantFrom(...SOURCE_IDS), anyMissing(), (evidence, source, missing) => {
        fc.pre(evidence[source] === undefined);
        const sides = [evidence, { ...evidence, [source]: missing }].map((all) => sideOf(diagnose(all, NOW)));
        expect(sides.toSorted()).not.toEqual(['theirs', 'yours']);
      }),
      3_000,
    );
  }, 30_000);

  it('a world that cannot reach WhatsApp is not silenced by sources that give nothing', () => {
    const heardOf = heard({
      page: page('document-unanswered'),
      'this-device': device({ google: false, cloudflare: false }),
      'whatsapp-host': fails('timed-out'),
      world: world(12),
    });
    const none = { state: 'missing', why: 'unreachable', at: NOW } as const;
    expect(diagnose(heardOf, NOW).verdict).toBe('global');
    // The measurement itself was answered: "nothing at all answered" is not so.
    expect(diagnose({ ...heardOf, dns: none, 'meta-status': none }, NOW).verdict).toBe('global');
  });

  it.each(MISSING_REASONS)(
    'offline is concluded from silence all around, not from sources that are %s',
    (why) => {
      const evidence = heard({
        page: page('document-unanswered'),
        'this-device': device({ google: false, cloudflare: false }),
        'whatsapp-host': fails('timed-out'),
      });
      const said = diagnose({ ...evidence, ...silent({ dns: why, 'meta-status': why }) }, NOW).verdict;
      expect(said).toBe(why === 'unreachable' ? 'offline' : 'unsure');
    },
  );

  it('silence of two hours ago is no proof that nothing answers now', () => {
    const none = { state: 'missing', why: 'unreachable', at: NOW - 2 * HOUR } as const;
    const evidence = heard({
      page: page('document-unanswered'),
      'this-device': device({ google: false, cloudflare: false }),
      'whatsapp-host': fails('timed-out'),
    });
    expect(diagnose({ ...evidence, dns: none, 'meta-status': none }, NOW).verdict).toBe('unsure');
  });

  it('trouble is only ever found where a page shows a symptom', () => {
    const withoutPage = SOURCE_IDS.filter((source) => source !== 'page');
    const noSymptom = fc.constantFrom<Evidence>({}, heard({ page: page(null) }), {
      page: { state: 'missing', why: 'not-asked', at: NOW },
    });
    always(
      fc.property(anyEvidence(withoutPage), noSymptom, (evidence, none) => {
        expect(diagnose({ ...evidence, ...none }, NOW).verdict).toBe('working');
      }),
    );
  });

  it('chats and a live socket are working, whatever anybody says', () => {
    always(
      fc.property(anyEvidence(), (evidence) => {
        expect(diagnose({ ...evidence, ...heard({ page: page(null) }) }, NOW).rule).toBe('page-works');
      }),
    );
  });

  it('`working` and `unsure` claim nothing, everything else says how sure it is', () => {
    always(
      fc.property(anyTroubled, (evidence) => {
        const { verdict, confidence } = diagnose(evidence, NOW);
        expect(confidence === '').toBe(verdict === 'working' || verdict === 'unsure');
      }),
    );
  });

  it('a cause is one the contract allows for the verdict', () => {
    const allowed: Partial<Record<Verdict['verdict'], readonly string[]>> = {
      global: ['meta-wide', 'whatsapp-only', 'web-only', 'messages-only'],
      local: ['dns', 'blocked', 'tls', 'proxy', 'firewall', 'browser', 'session', 'unknown'],
      unsure: ['', 'browser', 'session'],
    };
    always(
      fc.property(anyTroubled, (evidence) => {
        const { verdict, cause } = diagnose(evidence, NOW);
        expect(allowed[verdict] ?? ['']).toContain(cause);
      }),
    );
  });

  it('`confirmed` rests on two independent kinds of witness, one of them not Meta', () => {
    let met = 0;
    always(
      fc.property(anyTroubled, (evidence) => {
        const verdict = diagnose(evidence, NOW);
        if (verdict.confidence !== 'confirmed') return;
        met += 1;
        const agree = WITNESSES[sideOf(verdict)]?.(evidence) ?? [];
        expect(agree.length).toBeGreaterThanOrEqual(2);
        expect(agree.filter((source) => source !== 'meta-status')).not.toHaveLength(0);
      }),
      5_000,
    );
    // The property is empty unless such verdicts really came up.
    expect(met).toBeGreaterThan(50);
  }, 30_000);

  it('its readings are known ones that its rule declared', () => {
    always(
      fc.property(anyTroubled, (evidence) => {
        const { rule, because } = diagnose(evidence, NOW);
        const needs = RULES.find((one) => one.id === rule)?.needs ?? [];
        for (const source of because) {
          expect(needs).toContain(source);
          expect(evidence[source]?.state).toBe('known');
        }
      }),
    );
  });
});

/** The readings of `evidence` that are known; all of them are fresh here. */
function known(evidence: Evidence) {
  const value = <S extends SourceId>(source: S) => {
    const reading = evidence[source] as Reading<S> | undefined;
    return reading?.state === 'known' ? reading.value : null;
  };
  const share = (places: readonly { reachable: boolean }[] = [], least: number) =>
    places.length >= least ? places.filter((place) => !place.reachable).length / places.length : Number.NaN;
  return {
    dns: value('dns'),
    phone: value('phone'),
    meta: value('meta-status'),
    probe: value('whatsapp-host')?.probe,
    share: share(value('world')?.places, 4),
    nearby: share(value('country')?.places, 3),
  };
}

// Written once more from the table in `docs/verdicts.md`, not from the code, to check the code against it.
function theirWitnesses(evidence: Evidence): SourceId[] {
  const { dns: names, phone, meta: word, share, nearby } = known(evidence);
  const lost = names?.whatsapp.every((state) => state === 'gone' || state === 'stale');
  const reports =
    word !== null && ['high', 'medium'].includes(word.level) && (word.ageMs ?? 99 * HOUR) <= 12 * HOUR;
  return [
    ...(lost && names?.control?.every((state) => state === 'addresses') ? ['dns' as const] : []),
    ...(share >= 0.6 ? ['world' as const] : []),
    ...(nearby >= 0.6 ? ['country' as const] : []),
    ...(reports ? ['meta-status' as const] : []),
    ...(phone?.works === false ? ['phone' as const] : []),
  ];
}

function yourWitnesses(evidence: Evidence): SourceId[] {
  const { dns: names, phone, probe, share, nearby } = known(evidence);
  const found = names?.whatsapp.every((state) => state === 'addresses');
  const notHere = probe?.kind === 'failed' && probe.cause === 'name-not-resolved';
  return [
    ...(found && notHere ? ['dns' as const] : []),
    ...(share <= 0.2 && probe?.kind === 'failed' ? ['world' as const] : []),
    ...(nearby <= 0.2 && probe?.kind === 'failed' ? ['country' as const] : []),
    ...(phone?.works === true ? ['phone' as const] : []),
  ];
}

/** Others near the person fail too. That the world does not is asked for by the rules. */
const nearbyWitnesses = (evidence: Evidence) =>
  theirWitnesses(evidence).filter((source) => source === 'phone' || source === 'country');

const WITNESSES: { readonly [S in Side]?: (evidence: Evidence) => SourceId[] } = {
  theirs: theirWitnesses,
  yours: yourWitnesses,
  between: nearbyWitnesses,
};
