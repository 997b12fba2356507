/** What our pages read of the trouble on disk: the background's record of it, the wish, and whether keeping it went wrong. */
import { NO_TROUBLE, type Trouble } from '../../core/trouble';
import { browser } from '../../platform/browser';
import { ASIDE, TROUBLE, UNSAVED } from '../../platform/store-keys';

export interface TroubleView {
  /** The trouble that lasts, or the last one. */
  trouble: Trouble;
  /** Something that could not be read was put by (`aside`); what is known now is not on disk (`not`). */
  keeping: '' | 'aside' | 'not';
}

const OURS: readonly string[] = [ASIDE, TROUBLE, UNSAVED];

/** What is stored now, and from then on each change. */
export async function followTrouble(onChange: (view: TroubleView) => void): Promise<TroubleView> {
  browser.storage.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => OURS.includes(key))) void readTrouble().then(onChange);
  });
  return readTrouble();
}

async function readTrouble(): Promise<TroubleView> {
  const { local, session } = browser.storage;
  const [disk, spare] = await Promise.all([
    local.get([TROUBLE, ASIDE]).catch((): Record<string, unknown> => ({})),
    session.get(UNSAVED).catch((): Record<string, unknown> => ({})),
  ]);
  const unsaved = spare[UNSAVED];
  const raw = unsaved ?? disk[TROUBLE];
  const trouble = isTrouble(raw) ? raw : NO_TROUBLE;
  const waits = Boolean(unsaved) || trouble.past.length > 0;
  return { trouble, keeping: waits ? 'not' : disk[ASIDE] ? 'aside' : '' };
}

/** The background mends what it stores; a page only makes sure that it can show it. */
function isTrouble(raw: unknown): raw is Trouble {
  const { version, past } = (raw ?? {}) as Partial<Trouble>;
  return version === 1 && Array.isArray(past);
}
