import type { SourceId } from '../../core/evidence';
import { type MessageKey, word } from '../../i18n/words';

/** The name of a witness. */
export const sourceName = (source: SourceId) => word(`source_${source.replaceAll('-', '_')}` as MessageKey);
