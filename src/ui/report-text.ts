/** The report as plain text, for a helpdesk or a friend: what was found and how, and nothing about the person. */
import { type Evidence, SOURCE_IDS, type SourceId } from '../core/evidence';
import type { Situation } from '../core/situation';
import { saysOf } from '../core/testimony';
import { clock, lasting } from '../i18n/numbers';
import { explainKey, headlineKey } from '../i18n/phrases';
import { type MessageKey, word } from '../i18n/words';
import { saysInWords } from './components/evidence-list';
import { sourceName } from './components/source-name';
import { told } from './components/told';

/** Whole, with line ends. Times of engineers (UTC, error names) stand at the end, for those who want them. */
export function reportText(
  { verdict, incident, evidence }: Situation,
  browserName: string,
  now: number,
): string {
  const sure = verdict.confidence && word(`popup_confidence_${verdict.confidence}` as MessageKey);
  const since = incident && word('popup_since', clock(incident.beganAt), lasting(now - incident.beganAt));
  const witnesses = SOURCE_IDS.filter((source) => evidence[source]).map((source) =>
    line(evidence, source, now),
  );
  const began = incident ? [`since ${new Date(incident.beganAt).toISOString()}`] : [];
  const technical = [
    [verdict.verdict, verdict.cause, verdict.confidence].filter(Boolean).join('/'),
    ...errorNames(evidence),
    ...began,
    `written ${new Date(now).toISOString()}`,
    browserName,
  ];
  return [
    `${word('name')}: ${word(headlineKey(verdict))}`,
    word(explainKey(verdict)),
    [since, sure].filter(Boolean).join(' · '),
    '',
    `${word('popup_evidence')}:`,
    ...witnesses,
    '',
    `[${technical.filter(Boolean).join('; ')}]`,
    '',
  ].join('\n');
}

function line(evidence: Evidence, source: SourceId, now: number): string {
  const at = evidence[source]?.at ?? now;
  const says = saysInWords(saysOf(evidence, source, now));
  return `- ${clock(at)} ${sourceName(source)}: ${told(evidence, source, now)} (${says})`;
}

/** The browser's own names for what went wrong: what a helpdesk asks for first. */
function errorNames({ page, 'whatsapp-host': host }: Evidence): string[] {
  const probe = host?.state === 'known' ? host.value.probe : null;
  const named = [
    page?.state === 'known' && page.value.error?.name,
    probe?.kind === 'failed' && probe.name,
    probe?.kind === 'answered' && `HTTP ${probe.status}`,
  ];
  return [...new Set(named.filter((one) => typeof one === 'string'))];
}

/** Name and main version of this browser, nothing finer. */
export function browserNameOf(userAgent: string): string {
  return /(Firefox|Edg|OPR|Chrome)\/\d+/.exec(userAgent.replace(/Chrome(?=.*(Edg|OPR)\/)/, ''))?.[0] ?? '';
}

/** Resolves false when the browser would not take it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** The way before the clipboard's own interface, for windows that have lost the focus or may not use it. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hidden';
  const before = document.activeElement as HTMLElement | null;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  before?.focus();
  return copied;
}
