/** A design to compare with, as a first thought would have it: whoever meets the trouble asks everybody at once, and again every 30 s until it is over. */
import type { Service } from './services.ts';

/** Requests of one look: two controls, two resolvers, two sites, Meta's page, and a measurement with four looks at it. */
const PER_LOOK: { readonly [S in Service]?: number } = {
  Controls: 2,
  Resolvers: 2,
  'Meta’s other sites': 2,
  'metastatus.com': 1,
  Globalping: 6,
};
const EVERY_S = 30;

/**
 * Its greatest requests per second: nobody is left out and nobody waits, so all who are in the trouble ask within each half minute.
 * Spread evenly over it, which is kind: timers that an outage started together stay together.
 */
export function naivePeak(service: Service, installs: number): number {
  return ((PER_LOOK[service] ?? 0) * installs) / EVERY_S;
}
