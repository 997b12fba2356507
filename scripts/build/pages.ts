import { build, type Plugin } from 'vite';

/**
 * Pages of ours, in groups. What several bundles share is put into chunks that carry everything any of them uses, so a group
 * shares with itself alone: the popup, which is waited for, never loads a byte of the settings' (docs/adr/0018).
 */
const GROUPS = [['src/ui/popup/index.html'], ['src/ui/report/index.html', 'src/ui/options/index.html']];

/** What the manifest says of pages; kept from the bundler that reads the manifest, which would bundle them with the background. */
interface PagesOfManifest {
  action: { default_popup: string };
  options_ui: object;
}

/** The manifest without its pages. */
export function withoutPages<M extends PagesOfManifest>({ options_ui: _options, action, ...rest }: M) {
  const { default_popup: _popup, ...button } = action;
  return { ...rest, action: button };
}

/** Bundles the pages into `outDir`, each group by itself. */
export async function buildPages(
  root: string,
  outDir: string,
  target: string[],
  plugins: Plugin[],
): Promise<void> {
  for (const input of GROUPS)
    await build({
      configFile: false,
      root,
      publicDir: false,
      logLevel: 'error',
      plugins,
      oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
      build: {
        outDir,
        emptyOutDir: false,
        target,
        modulePreload: false,
        rolldownOptions: { input, output: input.length === 1 ? TOGETHER : {} },
      },
    });
}

/** What a page needs for its first paint, in one chunk: of several, each would carry the names of what they share. */
const TOGETHER = { codeSplitting: { groups: [{ name: 'first', tags: ['$initial' as const] }] } };
