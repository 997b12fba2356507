import { build } from 'vite';

/** Builds `dist/<kind>` and says so. Returns what is wrong, or null. */
export async function buildInto(root: string, kind: 'chrome' | 'firefox'): Promise<string | null> {
  const startedAt = Date.now();
  try {
    await build({ root, mode: kind, logLevel: 'error' });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const time = new Date().toTimeString().slice(0, 8);
  console.log(`${time} dist/${kind} built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
  return null;
}
