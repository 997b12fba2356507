/** A typed value in extension storage: validated on every read, a default when absent or unreadable. */
import * as v from 'valibot';
import { browser } from './browser';

export interface Stored<T> {
  read(): Promise<T>;
  /** Resolves false when the browser would not store it (quota, broken profile); nothing is thrown. */
  write(value: T): Promise<boolean>;
}

/** Everything lives in `storage.session`: gone with the browser, never on disk, private windows included. */
export function stored<T>(
  key: string,
  schema: v.BaseSchema<unknown, T, v.BaseIssue<unknown>>,
  fallback: () => T,
): Stored<T> {
  const write = async (value: T) => {
    try {
      await browser.storage.session.set({ [key]: value });
      return true;
    } catch {
      return false;
    }
  };
  const read = async () => {
    const raw = await browser.storage.session.get(key).then(
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
