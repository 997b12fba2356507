/**
 * Can Meta's other sites be reached from here? Without cookies, and only "something answered" can be learned:
 * a healthy host that sends `cross-origin-resource-policy: same-origin` makes the request reject (measured
 * 2026-11-21), so a rejection says nothing at all.
 */
import type { FamilyValue } from '../core/evidence';
import type { Ask } from './ask';

/** Asks Facebook and Instagram for their small icon. */
export async function fetchFamily(ask: Ask): Promise<FamilyValue> {
  const [facebook, instagram] = await Promise.all([
    reaches(ask, 'https://www.facebook.com/favicon.ico'),
    reaches(ask, 'https://www.instagram.com/favicon.ico'),
  ]);
  return { facebook, instagram };
}

async function reaches(ask: Ask, url: string): Promise<boolean> {
  const outcome = await ask({ url, purpose: 'here', method: 'HEAD', how: 'opaque', deadlineMs: 5_000 });
  return outcome.kind !== 'error';
}
