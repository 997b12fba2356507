/**
 * The other ways, while somebody looks: asks about each that is shown, only in trouble and only while the page is in sight or was a
 * moment ago, and tells the background what it learned, so that it outlives this page. Loaded after the first paint.
 */
import { judgeWay } from '../../core/judge-way';
import { stateOfWay, WAY_FRESH_MS, type Way, type WayStates, waysFor } from '../../core/ways';
import { toBackground } from '../../messaging/send';
import { isGranted } from '../../platform/permissions';
import { askFromPage } from '../ask-from-page';
import { followStored, type StoredView } from '../stored-view';
import { due, mayLook } from './due';
import { lookAt, type Means } from './look-at';
import { type Target, targetsOf } from './targets';

const MEANS: Means = { ask: askFromPage, isGranted, now: () => Date.now() };

/** Out of sight for longer than this, a page is a forgotten tab: it asks nobody. */
const FORGOTTEN_MS = WAY_FRESH_MS;

/** What is still open is looked at again; each way at most every ten minutes. */
const AGAIN_MS = 60_000;

/** Follows the ways for as long as the page is open. `show` is told them, and told again when the person's choice changes. */
export async function followWays(show: (ways: readonly Way[]) => void): Promise<void> {
  let looking = false;
  let missed = false;
  // Who opened it looked at it.
  let seenAt = Date.now();
  const isSeen = () => document.visibilityState === 'visible' || Date.now() - seenAt < FORGOTTEN_MS;
  let view: StoredView = await followStored((change) => {
    view = { ...view, ...change };
    if (change.settings) show(targetsOf(view.settings));
    void look();
  });
  show(targetsOf(view.settings));

  async function look(): Promise<void> {
    if (!isSeen() || !mayLook(view.situation, Date.now())) return;
    missed = looking;
    if (looking) return;
    looking = true;
    await lookAtAll(view).catch(() => undefined);
    looking = false;
    // What changed meanwhile: another choice, another verdict.
    if (missed) await look();
  }

  for (const sign of ['online', 'offline']) addEventListener(sign, () => void look());
  document.addEventListener('visibilitychange', () => {
    seenAt = Date.now();
    void look();
  });
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
    for (const { id, probe } of shown) {
      const told = stateOfWay(states, id, Date.now())?.note === 'offline';
      if (probe !== null && !told) await tell(id, gone);
    }
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
