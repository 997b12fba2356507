import { parseJson } from './json';

/**
 * The members of a JSON list that may have been cut off anywhere: those that are whole. `null` when it is no list at all.
 * One pass finds where each member ends; never throws.
 */
export function parseBeginning(text: string): readonly unknown[] | null {
  const whole = parseJson(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : null;
  if (!/^\s*\[/.test(text)) return null;
  const list = parseJson(`${text.slice(0, endOfLastMember(text))}]`);
  return Array.isArray(list) ? list : null;
}

/** Where the last whole object of the list ends; just after the bracket when none is. */
function endOfLastMember(text: string): number {
  let end = text.indexOf('[') + 1;
  let depth = 0;
  // Strings first: a bracket inside one is none. One that is cut off matches nothing, and neither does the rest.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]|[^"[\]{}]+/gsy)) {
    if (token === '{' || token === '[') depth++;
    if (token === '}' || token === ']') depth--;
    if (token === '}' && depth === 1) end = index + 1;
  }
  return end;
}
