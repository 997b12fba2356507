/** How we know: each witness, what it says, and when. */
import { type Evidence, known, SOURCE_IDS } from '../../core/evidence';
import { AUTOMATIC } from '../../core/plan';
import type { Situation } from '../../core/situation';
import { type Says, saysOf } from '../../core/testimony';
import type { Side } from '../../core/verdict';
import { clock } from '../../i18n/numbers';
import { direction, type MessageKey, word } from '../../i18n/words';
import { Glyph } from './glyph';
import { sourceName } from './source-name';
import { told } from './told';

/** Words that decide something: drawn like the answer they speak for, and written out. */
const SPEAKS_FOR: { readonly [S in Says]?: Side } = {
  'points-to-you': 'yours',
  'points-to-them': 'theirs',
  healthy: 'fine',
};

/** A shape for each of the others, so that nobody needs the colour. */
const MARK: { readonly [S in Says]?: string } = { silent: '–', unavailable: '∅', 'not-asked': '·' };

/** The shape of what a witness says. */
export function Mark({ says }: { says: Says }) {
  const side = SPEAKS_FOR[says];
  return (
    <span class="mark" aria-hidden="true">
      {side ? <Glyph side={side} marked /> : MARK[says]}
    </span>
  );
}

/** What its word comes to, in two words. */
export const saysInWords = (says: Says) => word(`says_${says.replaceAll('-', '_')}` as MessageKey);

/** Those who are asked first, each settling as its word comes in. */
export function Witnesses({ situation: { evidence, round }, now }: { situation: Situation; now: number }) {
  return (
    <ul class="witnesses" aria-hidden="true">
      {AUTOMATIC.map((source) => {
        const waiting = round?.outstanding.includes(source);
        const says = saysOf(evidence, source, now);
        return (
          <li key={source} data-says={waiting ? '' : says}>
            {waiting ? <span class="mark">…</span> : <Mark says={says} />} {sourceName(source)}
          </li>
        );
      })}
    </ul>
  );
}

/** The list of all witnesses. */
export function EvidenceList({ evidence, now }: { evidence: Evidence; now: number }) {
  const statement = known(evidence, 'meta-status', now)?.statement;
  return (
    <ul class="evidence">
      {SOURCE_IDS.map((source) => {
        const says = saysOf(evidence, source, now);
        const reading = evidence[source];
        return (
          <li key={source} data-evidence={source} data-says={says}>
            <Mark says={says} />
            <p>
              {sourceName(source)}
              <span class="hidden">: </span>
              <span class={SPEAKS_FOR[says] ? 'says' : 'hidden'}>{saysInWords(says)}</span>
            </p>
            <p class="told">
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
  );
}
