import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { findBrowser } from '../../tests/lab/browsers/index.ts';
import type { Ended, Start } from './main.ts';
import { didNotStart } from './words.ts';

/** A window with the extension on the real WhatsApp Web: no fake internet, no replay. Ends when it is closed. */
export async function live(options: Start): Promise<Ended> {
  const { kind, root } = options;
  let browser: Browser;
  try {
    browser = await open(kind, join(root, 'dist', kind));
  } catch (error) {
    return { problem: didNotStart(options, error) };
  }
  const closed = new Promise<void>((resolve) => browser.once('disconnected', () => resolve()));
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  // A network that does not lead there is exactly what the extension is for.
  await page.goto('https://web.whatsapp.com/', { waitUntil: 'domcontentloaded' }).catch(() => undefined);
  console.log('This is the real internet. The profile is new and thrown away when you close the browser.');
  await closed;
  return { code: 0 };
}

async function open(kind: 'chrome' | 'firefox', extensionDir: string): Promise<Browser> {
  const executablePath = findBrowser(kind);
  if (executablePath === null) throw new Error(`no ${kind} found`);
  const root = process.getuid?.() === 0;
  const browser = await launch({
    executablePath,
    headless: false,
    defaultViewport: null,
    ...(kind === 'firefox'
      ? { browser: 'firefox' as const }
      : { pipe: true, enableExtensions: true, args: root ? ['--no-sandbox'] : [] }),
  });
  await browser.installExtension(extensionDir);
  return browser;
}
