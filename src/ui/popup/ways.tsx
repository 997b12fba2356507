/** Other ways to reach people, each with what is known about it. */
import { waysFor } from '../../catalogue/fallbacks';
import type { Verdict } from '../../core/verdict';
import { type MessageKey, word } from '../../i18n/words';
import type { FallbackStates } from '../../platform/store-keys';

export function Ways({ verdict, states }: { verdict: Verdict; states: FallbackStates }) {
  const ways = waysFor(verdict);
  if (ways.length === 0) return null;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{word('popup_ways')}</h2>
      <ul class="ways">
        {ways.map((way) => {
          const name = way.name ?? word(`way_${way.id.replace('-', '_')}` as MessageKey);
          const tried = states[way.id];
          // A failed try proves nothing about the app: "could not check", never "down".
          const status = tried?.reachable ? 'reachable' : 'unknown';
          return (
            <li key={way.id} data-fallback-app={way.id} data-status={status}>
              {way.href ? (
                <a href={way.href} target="_blank" rel="noopener noreferrer">
                  {name}
                </a>
              ) : (
                <span>{name}</span>
              )}
              {tried && <small>{word(`way_status_${status}`)}</small>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
