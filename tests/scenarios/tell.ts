/** Situations in words: the golden files and docs/scenarios.md. */
import type { Evidence, SourceId } from '../../src/core/evidence';
import { RULES } from '../../src/core/rules/index';
import { saysOf } from '../../src/core/testimony';
import type { Finding, Verdict } from '../../src/core/verdict';
import { type Played, play } from './play';
import { RULE_OF, type RuleNumber, type Scenario } from './scenario';

const NUMBERS = Object.keys(RULE_OF) as RuleNumber[];

/** One chapter: readings in; verdict, citations and every finding out. */
export function tellChapter(title: string, scenarios: readonly Scenario[]): string {
  return `${[`# ${title}`, ...scenarios.map(tellScenario)].join('\n\n')}\n`;
}

function tellScenario(scenario: Scenario): string {
  const sources = (scenario.sources ?? []).map(([title, address]) => `[${title}](${address})`);
  return [
    `## ${scenario.name}`,
    scenario.why,
    ...(sources.length > 0 ? [`Told by ${sources.join(', ')}.`] : []),
    ...play(scenario).map(tellStep),
  ].join('\n\n');
}

function tellStep({ step, at, evidence, verdict }: Played): string {
  const heard = [...Object.keys(step.page ? { page: 0 } : {}), ...spokeNow(evidence, at)] as SourceId[];
  const others = verdict.findings.filter(({ rule }) => rule !== verdict.rule);
  return [
    `**${step.when}**${step.afterMs ? ` (${lapse(step.afterMs)})` : ''}: ${claim(verdict)}, by \`${verdict.rule}\``,
    '',
    ...[...new Set(heard)].map(
      (source) => `- ${source}: ${inWords(evidence, source)} → ${saysOf(evidence, source, at)}`,
    ),
    `- because: ${verdict.because.join(', ') || 'nobody'}`,
    ...(others.length > 0 ? [`- also: ${others.map(tellFinding).join('; ')}`] : []),
  ].join('\n');
}

const spokeNow = (evidence: Evidence, at: number) =>
  Object.entries(evidence).flatMap(([source, reading]) => (reading.at === at ? [source] : []));

function inWords(evidence: Evidence, source: SourceId): string {
  const reading = evidence[source];
  if (reading?.state !== 'known') return reading?.why ?? 'nothing';
  const value = reading.value as unknown;
  if (typeof value === 'object' && value !== null && 'places' in value && Array.isArray(value.places)) {
    const failing = value.places.filter((place) => !place.reachable).length;
    const { places, ...rest } = value;
    return `${failing} of ${places.length} places fail${Object.keys(rest).length > 0 ? `, ${short(rest)}` : ''}`;
  }
  return short(value);
}

/** A value without what says nothing, and without the day of the test. */
function short(value: unknown): string {
  return JSON.stringify(value, (key, part) =>
    part === null || (Array.isArray(part) && part.length === 0) || key === 'sinceAt' ? undefined : part,
  )
    .replace(/"(\w+)":/g, '$1: ')
    .replaceAll(',', ', ');
}

const claim = ({ verdict, cause, confidence }: Pick<Verdict, 'verdict' | 'cause' | 'confidence'>) =>
  [`\`${verdict}\``, cause && `(${cause})`, confidence].filter(Boolean).join(' ');

const tellFinding = (finding: Finding) => `${claim(finding)} by \`${finding.rule}\``;

function lapse(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  const span = seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
  return ms < 0 ? `the clock goes back by ${span}` : `${span} later`;
}

/** docs/scenarios.md: each situation, where it ends, and why. */
export function scenariosDocument(
  chapters: Readonly<Record<string, readonly Scenario[]>>,
  leftOut: Readonly<Record<string, string>>,
): string {
  const all = Object.values(chapters).flat();
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = (scenarios: readonly Scenario[]) =>
    scenarios.map((scenario) => {
      const last = play(scenario).at(-1)?.verdict;
      const numbers = scenario.story.map(({ by }) => by).join(' → ');
      return `| ${cell(scenario.name)} | ${last ? claim(last) : ''} | ${numbers} | ${cell(scenario.why)} |`;
    });
  const decidedBy = (number: RuleNumber) =>
    all.filter(({ story }) => story.some(({ by }) => by === number)).length;
  return `${[
    '# Situations',
    'Made from `tests/scenarios/situations` by `npm run scenarios -- -u`; do not edit.',
    `${all.length} situations in ${all.flatMap(({ story }) => story).length} steps: what happens, where the answer ends, by ` +
      'which rules on the way ([verdicts.md](verdicts.md)), and why that is right. Readings and every finding are in ' +
      '`tests/scenarios/golden`.',
    ['| Rule | Situations it decides |', '| --- | --- |']
      .concat(
        RULES.map(({ id }) => {
          const number = NUMBERS.find((one) => RULE_OF[one] === id) ?? '19';
          return `| ${number} \`${id}\` | ${decidedBy(number)} |`;
        }),
      )
      .join('\n'),
    ...Object.entries(chapters).flatMap(([chapter, scenarios]) => [
      `## ${chapter}`,
      ['| Situation | Says in the end | Rules | Why |', '| --- | --- | --- | --- |', ...rows(scenarios)].join(
        '\n',
      ),
    ]),
    '## Days left out',
    'Known outages of WhatsApp whose day says too little about what a person saw.',
    [
      '| Day | Why |',
      '| --- | --- |',
      ...Object.entries(leftOut).map(([day, why]) => `| ${day} | ${why} |`),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
