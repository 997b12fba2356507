/** A browser that can be closed and opened again with its profile and the extension in it, as a person does every evening. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'puppeteer-core';
import type { Trouble } from '../../src/core/trouble.ts';
import { type BrowserKind, openBrowser, type Session } from '../lab/browsers/index.ts';
import { readManifest } from '../lab/browsers/manifest.ts';
import { type Lab, startLab } from '../lab/server.ts';
import { copyOfBuild } from './builds.ts';
import { eventually } from './scene.ts';

const WEB_EXT = join(import.meta.dirname, '../../node_modules/web-ext/bin/web-ext.js');

export interface KeptBrowser extends AsyncDisposable {
  lab: Lab;
  /** The browser that is open now. */
  session: Session;
  /** Closes it, and opens it again without its tabs. */
  restart(): Promise<void>;
  /** A new tab with WhatsApp Web, in front. */
  whatsApp(): Promise<Page>;
  /** What the extension keeps of the trouble. */
  trouble(): Promise<Trouble>;
  /** Resolves when it fits. */
  until(wanted: (trouble: Trouble) => boolean, withinMs: number): Promise<Trouble>;
}

/**
 * `mayNotify`: Chromium has the permission from the beginning, in a copy of the build that requires it, because its prompt
 * waits for ever without a screen; that is the only difference. In Firefox the person gives it in the popup.
 */
export async function openKeptBrowser(kind: BrowserKind, { mayNotify = true } = {}): Promise<KeptBrowser> {
  const lab = await startLab({ world: { whatsapp: { page: 'main' } } });
  const profile = await mkdtemp(join(tmpdir(), 'njm-profile-'));
  const copy = await copyOfBuild(kind, (manifest) => {
    if (kind === 'chrome' && mayNotify) require(manifest);
  });
  const options = { kind, lab, userDataDir: profile, extensionDir: copy.dir, kept: true };
  if (kind === 'firefox') await putPackage(copy.dir, profile);
  const kept: KeptBrowser = {
    lab,
    session: await openBrowser(options),
    async restart() {
      await kept.session.close();
      kept.session = await openBrowser(options);
    },
    async whatsApp() {
      const page = await kept.session.newPage();
      await kept.session.gotoWhatsApp(page);
      await page.bringToFront();
      return page;
    },
    trouble: () => kept.session.inExtension(readTrouble) as Promise<Trouble>,
    until: (wanted, withinMs) =>
      eventually(kept.trouble, (trouble) => Boolean(trouble) && wanted(trouble), withinMs),
    async [Symbol.asyncDispose]() {
      await kept.session.close();
      await lab.close();
      await copy[Symbol.asyncDispose]();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return kept;
}

/** The one change in the copy for Chromium. */
export function require(manifest: object): void {
  const given = manifest as { permissions: string[]; optional_permissions?: string[] };
  given.permissions = [...given.permissions, 'notifications'];
  delete given.optional_permissions;
}

/** Temporary add-ons vanish with a restart; a package that lies in the profile stays. */
async function putPackage(dir: string, profile: string): Promise<void> {
  const folder = join(profile, 'extensions');
  await mkdir(folder, { recursive: true });
  const name = 'package.xpi';
  await promisify(execFile)(process.execPath, [WEB_EXT, 'build', '-s', dir, '-a', folder, '-n', name]);
  // Named by the extension's id, which web-ext would not write.
  const { id } = readManifest(dir).browser_specific_settings?.gecko ?? {};
  await rename(join(folder, name), join(folder, `${id}.xpi`));
}

/** Runs in the extension. */
async function readTrouble(): Promise<unknown> {
  type Api = { storage: { local: { get(key: string): Promise<{ trouble?: unknown }> } } };
  return (
    (await (globalThis as unknown as { chrome: Api }).chrome.storage.local.get('trouble')).trouble ?? null
  );
}
