/**
 * The other ways, while somebody looks: asks about each that is shown, only in trouble and only while the page is in sight, and tells
 * the background what it learned, so that it outlives this page. Loaded after the first paint.
 */

import { judgeWay } from '../../core/judge-way';
import type { Way, WayStates } from '../../core/ways';
import { waysFor } from '../../core/ways';
import { toBackground } from '../../messaging/send';
import { isGranted } from '../../platform/permissions';
import { askFromPage } from '../ask-from-page';
import { followStored, type StoredView } from '../stored-view';
import { due, mayLook } from './due';
import { lookAt, type Means } from './look-at';
import { type Target, targetsOf } from './targets';

const MEANS: Means = { ask: askFromPage, isGranted, now: Date.now };

/** What is still open is looked at again; each way at most every ten minutes. */
const AGAIN_MS = 60_000;

/** Follows the ways for as long as the page is open. `show` is told them, and told again when the person's choice changes. */
export async function followWays(show: (ways: readonly Way[]) => void): Promise<void> {
  let looking = false;
  let view: StoredView = await followStored((change) => {
    view = { ...view, ...change };
    if (change.settings) show(targetsOf(view.settings));
    void look();
  });
  show(targetsOf(view.settings));

  async function look(): Promise<void> {
    if (looking || document.visibilityState !== 'visible' || !mayLook(view.situation, Date.now())) return;
    looking = true;
    try {
      await lookAtAll(view);
    } finally {
      looking = false;
    }
  }

  for (const sign of ['online', 'offline']) addEventListener(sign, () => void look());
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), AGAIN_MS);
  await look();
}

/** Looks at all that are due, and tells of each as soon as it is known: one that hangs holds no other up. */
async function lookAtAll({ situation, settings, fallbacks, asked }: StoredView): Promise<void> {
  const targets = targetsOf(settings);
  const offered = new Set(waysFor(situation.verdict, targets).map(({ id }) => id));
  const shown = targets.filter(({ id }) => offered.has(id));
  let states: WayStates = Object.fromEntries(
    Object.entries(fallbacks).filter(([id]) => shown.some((one) => one.id === id)),
  );
  const tell = (id: string, state: WayStates[string]) => {
    states = { ...states, [id]: state };
    return toBackground({ type: 'ways.told', states });
  };
  if (!navigator.onLine) {
    const gone = judgeWay({ offline: true, answered: null, says: null, forbidden: false }, Date.now());
    for (const { id, probe } of shown) if (probe !== null) await tell(id, gone);
    return;
  }
  // Said while there was no network, which is over.
  const open = Object.fromEntries(Object.entries(states).filter(([, { note }]) => note !== 'offline'));
  const lookedAt = due(shown, open, asked, Date.now()).map(async (target: Target) => {
    const state = await lookAt(target, MEANS);
    if (state !== null) await tell(target.id, state);
  });
  await Promise.all(lookedAt);
}
