import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';

const MANIFEST = {
  manifest_version: 3,
  name: 'A blocker',
  version: '1.0',
  permissions: ['declarativeNetRequest'],
  declarative_net_request: { rule_resources: [{ id: 'rules', enabled: true, path: 'rules.json' }] },
};

/** Install another extension in Chromium, which blocks these hosts as ad blockers do. It lives as long as the browser. */
export async function installBlocker(browser: Browser, hosts: readonly string[]): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'blocker-'));
  const rule = {
    id: 1,
    action: { type: 'block' },
    condition: {
      requestDomains: hosts,
      resourceTypes: ['main_frame', 'sub_frame', 'script', 'image', 'xmlhttprequest', 'websocket', 'other'],
    },
  };
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(dir, 'rules.json'), JSON.stringify([rule]));
  await browser.installExtension(dir);
  browser.once('disconnected', () => void rm(dir, { recursive: true, force: true }));
}
