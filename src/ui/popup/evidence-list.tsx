/** How we know: each witness, what it says, and when. */
import { type Evidence, known, SOURCE_IDS } from '../../core/evidence';
import { type Says, saysOf } from '../../core/testimony';
import { clock } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';
import { told } from './told';

/** A shape for each word, so that nobody needs the colour. */
const MARK: Readonly<Record<Says, string>> = {
  'points-to-you': '◀',
  'points-to-them': '▶',
  healthy: '✓',
  silent: '–',
  unavailable: '∅',
  'not-asked': '·',
};

export function EvidenceList({ evidence, now, open }: { evidence: Evidence; now: number; open: boolean }) {
  const statement = known(evidence, 'meta-status', now)?.statement;
  return (
    <details open={open}>
      <summary>{word('popup_evidence')}</summary>
      <ul class="evidence">
        {SOURCE_IDS.map((source) => {
          const says = saysOf(evidence, source, now);
          const reading = evidence[source];
          return (
            <li key={source} data-evidence={source} data-says={says}>
              <span class="mark" aria-hidden="true">
                {MARK[says]}
              </span>
              <span>
                {word(`source_${source.replace('-', '_')}` as MessageKey)}
                <span class="hidden">: {word(`says_${says.replaceAll('-', '_')}` as MessageKey)}</span>
              </span>
              {reading && <time dateTime={new Date(reading.at).toISOString()}>{clock(reading.at)}</time>}
              <span class="told">{told(evidence, source, now)}</span>
              {source === 'meta-status' && statement && (
                <blockquote class="told">
                  {word('popup_meta_says')} {statement}
                </blockquote>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
