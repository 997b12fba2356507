/** One clear line when past troubles could not be read or kept. */
import { word } from '../../i18n/words';
import type { TroubleView } from './follow-trouble';

export function KeepingNote({ keeping }: Pick<TroubleView, 'keeping'>) {
  return (
    keeping && (
      <p class="card" data-keeping={keeping}>
        {word(`kept_${keeping}`)}
      </p>
    )
  );
}
