/**
 * Does anything answer this device? Two HTTPS controls of different owners, each built for this load.
 * They are asked `no-cors`: a sign-in page and a healthy 204 look the same then (measured 2026-11-21), so they
 * prove only that something answers.
 */
import { type Ask, type AskOutcome, isSilence, PATIENCE_MS, type Parsed } from './ask';

const GOOGLE = 'https://www.gstatic.com/generate_204';
const CLOUDFLARE = 'https://cp.cloudflare.com/generate_204';

/** What the browser itself knows, without a request. */
export interface DeviceSigns {
  online: boolean;
  portalLocked: boolean;
}

/** One answer tells all that they can tell: the other is asked only when the first does not give it. */
const TRIES = [[GOOGLE], [CLOUDFLARE], [GOOGLE, CLOUDFLARE], [GOOGLE, CLOUDFLARE]] as const;

/** Asks the controls unless the browser already knows that there is no network. */
export async function fetchDevice(ask: Ask, signs: DeviceSigns): Promise<Parsed<'this-device'>> {
  if (!signs.online) return { ok: true, value: { ...signs, google: false, cloudflare: false } };
  const outcomes = new Map<string, AskOutcome>();
  for (const urls of TRIES) {
    await Promise.all(
      urls.map(async (url) => {
        const asked = { url, purpose: 'here', how: 'opaque', deadlineMs: PATIENCE_MS } as const;
        outcomes.set(url, await ask(asked));
      }),
    );
    const all = [...outcomes.values()];
    if (all.some(({ kind }) => kind !== 'error')) break;
    // Who was turned away knows enough; who heard nothing at all may have met a bad moment.
    if (all.length === 2 && !all.every(isSilence)) break;
  }
  const [google = false, cloudflare = false] = [GOOGLE, CLOUDFLARE].map((url) => {
    const outcome = outcomes.get(url);
    return outcome !== undefined && outcome.kind !== 'error';
  });
  // Not asked is not dead.
  const spared = [...outcomes.values()].find(
    (outcome) => outcome.kind === 'error' && outcome.why !== 'unreachable',
  );
  if (!google && !cloudflare && !signs.portalLocked && spared?.kind === 'error')
    return { ok: false, why: spared.why };
  return { ok: true, value: { ...signs, google, cloudflare } };
}
