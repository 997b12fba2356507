/**
 * Apple's `system_status_en_US.js`: JSON, or JSON in `jsonCallback(...)` as its developer page has it. An event is live when it has
 * begun and has no end yet; keys and a real resolved event were described in public notes of 2026-07-31.
 */
import { parseJson } from '../json';
import { type Fields, fieldsOf, listOf, timeOf } from './shape';
import { nameOf, type Open, type ReadStatus, stateBehind, summed, UNKNOWN } from './state';

const TYPES = {
  outage: 'down',
  issue: 'trouble',
  performance: 'trouble',
  maintenance: 'maintenance',
} as const;

export const readApple: ReadStatus = (text, now, product) => {
  const page = fieldsOf(parseJson(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)));
  const service = listOf(page.services).find(({ serviceName }) => serviceName === product);
  if (service === undefined || !Array.isArray(service.events)) return UNKNOWN;
  const open = listOf(service.events)
    .filter((event) => isLive(event, now))
    .map((event): Open => {
      const kind = stateBehind(event.statusType, TYPES);
      const name = nameOf(event.message) ?? nameOf(event.statusType);
      const since = timeOf(event.epochStartDate, now);
      return { state: kind === 'unknown' ? 'trouble' : kind, name, since };
    });
  return summed([], open);
};

function isLive({ eventStatus, epochStartDate, epochEndDate }: Fields, now: number): boolean {
  if (/^(resolved|completed)$/i.test(String(eventStatus))) return false;
  const begun = timeOf(epochStartDate, now) !== null;
  const over = typeof epochEndDate === 'number' && epochEndDate <= now;
  return begun && !over;
}
