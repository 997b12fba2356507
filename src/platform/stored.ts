/** A typed value in extension storage: validated on every read, a default when absent or unreadable. */
import * as v from '../core/shape';
import { browser } from './browser';
import { ASIDE } from './store-keys';

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
  /** What lies there cannot be read, and could not be put by: it stays, and nothing is written over it. */
  let blocked = false;
  const read = async () => {
    try {
      const raw = (await browser.storage[area].get(key))[key];
      blocked = false;
      if (raw === undefined) return fallback();
      const parsed = v.safeParse(schema, raw);
      if (parsed.success) return parsed.output;
      const fresh = fallback();
      // Put right at once, so that no surface meets it again.
      const mended = { [key]: fresh, ...(area === 'local' && (await aside(key, raw))) };
      await browser.storage[area].set(mended).catch(() => {
        blocked = area === 'local';
      });
      return fresh;
    } catch {
      blocked = area === 'local';
      return fallback();
    }
  };
  const write = async (value: T) => {
    try {
      if (area === 'local') await read();
      if (blocked) return false;
      await browser.storage[area].set({ [key]: value });
      return true;
    } catch {
      return false;
    }
  };
  return { read, write };
}

/** Keeps under another key what a newer version wrote, or what is broken: the entries of it. */
async function aside(key: string, raw: unknown): Promise<Record<string, unknown>> {
  const list = (await browser.storage.local.get(ASIDE))[ASIDE];
  const name = `${ASIDE}-${key}-${Date.now()}`;
  return { [name]: raw, [ASIDE]: [...(Array.isArray(list) ? list : []), name] };
}
