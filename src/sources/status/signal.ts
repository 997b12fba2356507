/**
 * Signal's page is HTML for people, one sentence and a symbol (`id="symbol"`, a check mark): no data was found behind it. Only the
 * exact healthy sentence counts as healthy (github.com readers of it agree, 2020 to 2026), and only without a word of trouble.
 */
import { plainText } from '../plain-text';
import { nameOf, type ReadStatus, UNKNOWN } from './state';

const HEALTHY = 'Signal is up and running.';
const TROUBLE = /Signal is (?:experiencing|having|down)[^.]{0,100}|technical difficulties/i;

export const readSignal: ReadStatus = (text) => {
  const body = text.slice(0, 20_000).replace(/<(script|style|head)\b[\s\S]{0,5000}?<\/\1>/gi, ' ');
  const said = plainText(body, 4_000);
  const trouble = TROUBLE.exec(said);
  if (trouble) return { state: 'trouble', incident: nameOf(trouble[0]), since: null };
  return said.includes(HEALTHY) ? { state: 'fine', incident: null, since: null } : UNKNOWN;
};
