/** How we know: each witness, what it says, and when. */
import { type Evidence, known, SOURCE_IDS } from '../../core/evidence';
import { type Says, saysOf } from '../../core/testimony';
import type { Side } from '../../core/verdict';
import { clock } from '../../i18n/numbers';
import { direction, type MessageKey, word } from '../../i18n/words';
import { Glyph } from '../components/glyph';
import { told } from './told';

/** Words that decide something: drawn like the answer they speak for, and written out. */
const SPEAKS_FOR: { readonly [S in Says]?: Side } = {
  'points-to-you': 'yours',
  'points-to-them': 'theirs',
  healthy: 'fine',
};

/** A shape for each of the others, so that nobody needs the colour. */
const MARK: { readonly [S in Says]?: string } = { silent: '–', unavailable: '∅', 'not-asked': '·' };

export function EvidenceList({ evidence, now, open }: { evidence: Evidence; now: number; open: boolean }) {
  const statement = known(evidence, 'meta-status', now)?.statement;
  return (
    <details open={open}>
      <summary>{word('popup_evidence')}</summary>
      <ul class="evidence">
        {SOURCE_IDS.map((source) => {
          const says = saysOf(evidence, source, now);
          const reading = evidence[source];
          const side = SPEAKS_FOR[says];
          return (
            <li key={source} data-evidence={source} data-says={says}>
              <span class="mark" aria-hidden="true">
                {side ? <Glyph side={side} /> : MARK[says]}
              </span>
              <p>
                {word(`source_${source.replace('-', '_')}` as MessageKey)}
                <span class="hidden">: </span>
                <span class={side ? 'says' : 'hidden'}>
                  {word(`says_${says.replaceAll('-', '_')}` as MessageKey)}
                </span>
              </p>
              <p class="told">
                {/* Our sentence, whose first word may be a Latin name: left alone, it would run the wrong way. */}
                <bdi dir={direction()}>{told(evidence, source, now)}</bdi>
                {reading && <time dateTime={new Date(reading.at).toISOString()}>{clock(reading.at)}</time>}
              </p>
              {source === 'meta-status' && statement && (
                <blockquote class="told">
                  {word('popup_meta_says')} <bdi>{statement}</bdi>
                </blockquote>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
