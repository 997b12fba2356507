/** A typed value in extension storage: validated on every read, a default when absent or unreadable. */
import * as v from '../core/shape';
import { browser } from './browser';

export interface Stored<T> {
  read(): Promise<T>;
  /** Resolves false when the browser would not store it (quota, broken profile); nothing is thrown. */
  write(value: T): Promise<boolean>;
}

/** `session`: gone with the browser, never on disk. `local`: on disk, for what the person chose and nothing else. */
type Area = 'session' | 'local';

/** What is seen of WhatsApp lives in `storage.session`, so that private windows leave nothing. */
export function stored<T>(
  key: string,
  schema: v.Shape<T>,
  fallback: () => T,
  area: Area = 'session',
): Stored<T> {
  const write = async (value: T) => {
    try {
      await browser.storage[area].set({ [key]: value });
      return true;
    } catch {
      return false;
    }
  };
  const read = async () => {
    const raw = await browser.storage[area].get(key).then(
      (found) => found[key],
      () => undefined,
    );
    if (raw === undefined) return fallback();
    const parsed = v.safeParse(schema, raw);
    if (parsed.success) return parsed.output;
    // Unreadable: put right at once, so that no surface meets it again.
    const fresh = fallback();
    await write(fresh);
    return fresh;
  };
  return { read, write };
}
