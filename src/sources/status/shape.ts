/**
 * Reads what others send without trusting its shape: what is missing, null or of another kind is empty. Status pages differ in
 * exactly that (incident.io sends null where Statuspage sends []), so a strict schema would lose what can be read.
 */
import { parseJson } from '../json';

export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields; none when it is no object. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

/** The text's fields, when it is a JSON object. */
export function readFields(text: string): Fields {
  return fieldsOf(parseJson(text));
}

/** More entries than any page has reason to list. */
const MOST = 2_000;

/** The entries of a list; none when it is no list. */
export function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.slice(0, MOST).map(fieldsOf) : [];
}

/** Epoch ms of a time (ISO, RFC 822, or epoch ms), or `null` for what is none, or lies more than five minutes ahead. */
export function timeOf(value: unknown, now: number): number | null {
  const at = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return at > Date.UTC(2015, 0) && at < now + 5 * 60_000 ? at : null;
}
