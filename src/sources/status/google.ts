/**
 * Google Workspace `incidents.json`: about 400 kB, newest first (docs/adr/0015). A beginning will do: its complete entries are read.
 * Open is what has no `end`. Ids of products differ in the wild, so the title decides.
 */
import { parseJson } from '../json';
import { type Fields, listOf, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const IMPACTS = {
  // A note to administrators: said by name, and no trouble of the app's.
  service_information: 'fine',
  service_disruption: 'trouble',
  service_outage: 'down',
} as const;

export const readGoogle: ReadStatus = (text, now, product) => {
  const { entries, whole } = beginningOf(text);
  if (entries.length === 0) return UNKNOWN;
  // In another order the newest might be in the part that was not read.
  if (!whole && !newestFirst(entries, now)) return UNKNOWN;
  const open = entries
    .filter((one) => !one.end && isAbout(one, product))
    .map((one): Open => {
      const state = stateBehind(one.status_impact, IMPACTS);
      const name = nameOf(headlineOf(one.external_desc));
      return { state: state === 'unknown' ? 'trouble' : state, name, since: timeOf(one.begin, now) };
    });
  return summed([], open);
};

function isAbout(incident: Fields, product: string): boolean {
  const affected = listOf(incident.affected_products);
  return incident.service_name === product || affected.some(({ title }) => title === product);
}

function newestFirst(entries: readonly Fields[], now: number): boolean {
  const times = entries.map(({ begin }) => timeOf(begin, now)).filter((at) => at !== null);
  return times.length > 0 && (times[0] as number) >= (times.at(-1) as number);
}

/** `**Title:**\nUsers cannot …` → the title's line. */
function headlineOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const lines = text
    .slice(0, 2_000)
    .split('\n')
    .map((line) => line.replaceAll('*', '').trim())
    .filter((line) => line !== '' && !/^(title|summary|description):?$/i.test(line));
  return lines[0]?.replace(/^(title|summary):\s*/i, '') ?? null;
}

/** The complete entries at the beginning of a JSON list that may be cut off anywhere. */
export function beginningOf(text: string): { entries: readonly Fields[]; whole: boolean } {
  const whole = parseJson(text);
  if (whole !== undefined) return { entries: listOf(whole), whole: true };
  let depth = 0;
  let quoted = false;
  let end = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      // Back in the list itself: an entry is complete.
      if (depth === 1) end = index + 1;
    }
  }
  return { entries: listOf(parseJson(`${text.slice(0, end)}]`)), whole: false };
}
