/** Readings in, one verdict out. Pure: the same evidence at the same time always gives the same answer. */
import { type EpochMs, type Evidence, known, type SourceId } from './evidence';
import type { Finding, Rule } from './rule';
import { RULES } from './rules/index';
import { isConfirmed, saysOf } from './testimony';
import { type Confidence, calm, SIDE_OF, type Verdict } from './verdict';

/**
 * The first rule that fits decides; `calm` when none does, and wherever no symptom was seen. A rule that throws
 * cannot tell and is passed over.
 */
export function diagnose(evidence: Evidence, now: EpochMs, rules: readonly Rule[] = RULES): Verdict {
  if (known(evidence, 'page', now) === null) return calm(now);
  for (const rule of rules) {
    const verdict = judgeSafely(rule, evidence, now);
    if (verdict !== null) return verdict;
  }
  return calm(now);
}

function judgeSafely(rule: Rule, evidence: Evidence, now: EpochMs): Verdict | null {
  try {
    const finding = rule.judge(only(evidence, rule.needs), now);
    return finding && toVerdict(rule, finding, evidence, now);
  } catch {
    return null;
  }
}

/** The part of the evidence a rule declared, so that it cannot lean on more by accident. */
function only(evidence: Evidence, needs: readonly SourceId[]): Evidence {
  return Object.fromEntries(needs.flatMap((id) => (evidence[id] ? [[id, evidence[id]]] : []))) as Evidence;
}

function toVerdict(rule: Rule, finding: Finding, evidence: Evidence, now: EpochMs): Verdict {
  const side = SIDE_OF[finding.verdict];
  const sided = side === 'yours' || side === 'theirs';
  const word = side === 'yours' ? 'points-to-you' : 'points-to-them';
  const speaks = (id: SourceId) => evidence[id]?.state === 'known';
  return {
    verdict: finding.verdict,
    cause: finding.cause ?? '',
    confidence: raise(finding.confidence ?? '', sided && isConfirmed(evidence, side, now)),
    rule: rule.id,
    because: rule.needs.filter((id) => speaks(id) && (!sided || saysOf(evidence, id, now) === word)),
    at: now,
  };
}

function raise(confidence: Confidence, confirmed: boolean): Confidence {
  return confidence !== '' && confirmed ? 'confirmed' : confidence;
}
