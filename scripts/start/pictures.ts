import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../tests/lab/browsers/index.ts';
import { screenshot } from '../../tests/lab/screenshot.ts';

/** Width of the popup in the toolbar, in CSS pixels. */
const POPUP_WIDTH = 380;

interface Scene {
  root: string;
  prefix: string;
  page: Page;
  popup: Page;
}

/** Takes pictures of WhatsApp's page and of the popup, and puts the page in front again. Returns their paths. */
export async function takePictures(
  session: Session,
  { root, prefix, page, popup }: Scene,
): Promise<string[]> {
  const paths = [`${prefix}-page.png`, `${prefix}-popup.png`];
  const [pagePath, popupPath] = paths.map((path) => join(root, path));
  await screenshot(session, page, { width: 1280, height: 800, scale: 1, path: pagePath as string });
  // What it knows and from whom, one click away for the person.
  await popup.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
  await screenshot(session, popup, { width: POPUP_WIDTH, path: popupPath as string });
  await page.bringToFront();
  return paths;
}
