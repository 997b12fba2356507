/** The threads' program, bundled once from the sources, and proof that what it drives is what is shipped. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Modules without which the figures would speak of something else. */
const SHIPPED = [
  'src/core/asking/manners.ts',
  'src/core/asking/hosts.ts',
  'src/core/asking/budget.ts',
  'src/core/asking/breaker.ts',
  'src/core/asking/bucket.ts',
  'src/core/asking/patience.ts',
  'src/core/schedule.ts',
  'src/core/plan.ts',
  'src/core/lottery.ts',
  'src/core/incident.ts',
  'src/core/diagnose.ts',
  'src/sources/doh.ts',
  'src/sources/meta-status.ts',
  'src/sources/globalping.ts',
] as const;

/** Runs `use` with the path of the bundled program; the file is gone afterwards. */
export async function withProgram<T>(use: (path: string) => Promise<T>): Promise<T> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'node20',
      lib: { entry: join(ROOT, 'scripts/simulate/thread.ts'), formats: ['es'] },
      rolldownOptions: { external: /^node:/ },
    },
  });
  const [chunk] = (output as Rollup.RollupOutput[])[0]?.output ?? [];
  if (chunk === undefined) throw new Error('nothing came out of the bundle');
  const inside = chunk.moduleIds.map((id) => id.slice(ROOT.length + 1));
  const absent = SHIPPED.filter((path) => !inside.includes(path));
  if (absent.length > 0) throw new Error(`the simulation does not drive ${absent.join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'not-just-me-'));
  try {
    const path = join(folder, 'thread.mjs');
    writeFileSync(path, chunk.code);
    return await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
