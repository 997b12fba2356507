/** Other ways to reach people, each with what is known about it. */
import { FIRST_WAYS } from '../../catalogue/first-ways';
import type { Settings } from '../../core/settings';
import type { Situation } from '../../core/situation';
import { stateOfWay, type Way, type WayStates, waysFor } from '../../core/ways';
import { type MessageKey, word } from '../../i18n/words';

interface WaysProps {
  situation: Situation;
  /** The person's ways; `null` until the catalogue is there. */
  ways: readonly Way[] | null;
  settings: Settings;
  states: WayStates;
  /** What stands beside each, once it is loaded. */
  beside: typeof import('./later').Beside | undefined;
  now: number;
}

/**
 * Ways that were in trouble when the list was first shown stand last. Decided once, as long as the page is open: what a finger is on
 * its way to never moves, and what is learned meanwhile is said beside it.
 */
let sunk: ReadonlySet<string> | null = null;

export function Ways({ situation, ways, settings, states, beside: Beside, now }: WaysProps) {
  const offered = waysFor(situation.verdict, ways ?? atFirst(settings));
  if (offered.length === 0) return null;
  const inTrouble = ({ id }: Way) => stateOfWay(states, id, now)?.status === 'trouble';
  sunk ??= new Set(offered.filter(inTrouble).map(({ id }) => id));
  const last = ({ id }: Way) => Number(sunk?.has(id));
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{word('popup_ways')}</h2>
      <ul class="ways">
        {offered
          .toSorted((a, b) => last(a) - last(b))
          .map(({ id, name, href }) => {
            const text = name ?? word(`way_${id.replace('-', '_')}` as MessageKey);
            const state = stateOfWay(states, id, now);
            return (
              <li key={id} data-fallback-app={id} data-status={state?.status ?? 'unknown'}>
                {href ? (
                  <a href={href} target="_blank" rel="noopener noreferrer">
                    {text}
                  </a>
                ) : (
                  <span>{text}</span>
                )}
                {state && <small>{word(`way_status_${state.note}`, state.incident ?? '')}</small>}
                {Beside && <Beside id={id} name={text} situation={situation} settings={settings} />}
              </li>
            );
          })}
      </ul>
    </section>
  );
}

/** Until the names of chosen ways are there, their room is: nothing below them moves. */
function atFirst({ ways, pages }: Settings): readonly Way[] {
  const ids = ways ?? FIRST_WAYS.map(({ id }) => id);
  return [...ids, ...pages.map(({ url }) => url)].map(
    (id) => FIRST_WAYS.find((way) => way.id === id) ?? { id, name: '', href: '' },
  );
}
