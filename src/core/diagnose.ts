/** Readings in, one verdict out, and every finding with it. Pure: the same evidence at the same time, the same answer. */
import { type EpochMs, type Evidence, known, type SourceId } from './evidence';
import type { Conclusion, Rule } from './rule';
import { RULES } from './rules/index';
import { isConfirmed, type Says, saysOf } from './testimony';
import {
  type Confidence,
  calm,
  type Finding,
  SIDE_OF,
  type Side,
  type Verdict,
  type VerdictName,
} from './verdict';

/**
 * The first rule that fits decides, and all that fit are kept; `calm` when none does, and wherever no symptom was seen. A
 * rule that throws cannot tell: that is kept too, and it is passed over.
 */
export function diagnose(evidence: Evidence, now: EpochMs, rules: readonly Rule[] = RULES): Verdict {
  const findings: Finding[] = [];
  let decided: Verdict | null = null;
  if (known(evidence, 'page', now) === null) return calm(now);
  for (const rule of rules) {
    if (rule.otherwise && decided !== null) continue;
    const finding = judgeSafely(rule, evidence, now);
    if (finding === null) continue;
    findings.push(finding.said);
    if (finding.told)
      decided ??= {
        ...finding.said,
        because: becauseOf(rule, finding.said, evidence, now),
        findings,
        at: now,
      };
  }
  return decided ?? { ...calm(now), findings };
}

/** What the rule says, and whether it could tell. */
function judgeSafely(rule: Rule, evidence: Evidence, now: EpochMs): { said: Finding; told: boolean } | null {
  try {
    const conclusion = rule.judge(only(evidence, rule.needs), now);
    return conclusion && { said: toFinding(rule.id, conclusion, evidence, now), told: true };
  } catch {
    return { said: { rule: rule.id, verdict: 'unsure', cause: '', confidence: '' }, told: false };
  }
}

/** The part of the evidence a rule declared, so that it cannot lean on more by accident. */
function only(evidence: Evidence, needs: readonly SourceId[]): Evidence {
  const part: Record<string, unknown> = {};
  for (const id of needs) if (evidence[id]) part[id] = evidence[id];
  return part as Evidence;
}

function toFinding(rule: string, conclusion: Conclusion, evidence: Evidence, now: EpochMs): Finding {
  const { verdict, cause = '' } = conclusion;
  const claims = verdict !== 'working' && verdict !== 'unsure';
  const confidence = claims ? raised(verdict, conclusion.confidence ?? 'likely', evidence, now) : '';
  return { rule, verdict, cause, confidence };
}

/**
 * Confidence is raised here and nowhere else: to `confirmed` by independent kinds of evidence, and from `possible` to
 * `likely` by a crowd that speaks of WhatsApp failing. What `offline` and `captive-portal` name, nobody elsewhere can see.
 */
function raised(verdict: VerdictName, confidence: Confidence, evidence: Evidence, now: EpochMs): Confidence {
  const seenElsewhere = verdict !== 'offline' && verdict !== 'captive-portal';
  if (seenElsewhere && isConfirmed(evidence, SIDE_OF[verdict], now)) return 'confirmed';
  const crowded = verdict === 'global' && confidence === 'possible';
  return crowded && saysOf(evidence, 'crowd', now) === 'points-to-them' ? 'likely' : confidence;
}

const WORD: { readonly [S in Side]?: Says } = { yours: 'points-to-you', theirs: 'points-to-them' };

/** Those of the rule's witnesses that speak for its side; all it heard where the side follows from them together. */
function becauseOf(rule: Rule, { verdict }: Finding, evidence: Evidence, now: EpochMs): readonly SourceId[] {
  const heard = rule.needs.filter((id) => evidence[id]?.state === 'known');
  const word = WORD[SIDE_OF[verdict]];
  const agree = heard.filter((id) => saysOf(evidence, id, now) === word);
  return agree.length > 0 ? agree : heard;
}
