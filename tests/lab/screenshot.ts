import type { Page } from 'puppeteer-core';
import type { Session } from './browsers/session.ts';

/** What to show and how. */
export interface Shot {
  /** Where to write the PNG; not written when left out. */
  path?: string;
  /** Width of the window in CSS pixels. */
  width: number;
  /** Height of the window; when left out, the whole page is shown however tall. */
  height?: number;
  colorScheme?: 'light' | 'dark';
  /** Only this element. */
  selector?: string;
  /** Pixels per CSS pixel; 2 when left out, for sharp pictures in docs. */
  scale?: number;
}

const ANY_HEIGHT = 600;

/** Take a picture of a page, or of one element of it, at a given width and in light or dark. */
export async function screenshot(session: Session, page: Page, shot: Shot): Promise<Uint8Array> {
  // A tab behind another paints nothing.
  await page.bringToFront();
  if (shot.colorScheme) await session.setColorScheme(page, shot.colorScheme);
  const height = shot.height ?? ANY_HEIGHT;
  await page.setViewport({ width: shot.width, height, deviceScaleFactor: shot.scale ?? 2 });
  // Two frames: the first lays out at the new size, the second has painted it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const file = shot.path?.endsWith('.png') ? { path: shot.path as `${string}.png` } : {};
  if (shot.selector) {
    const element = await page.waitForSelector(shot.selector);
    if (!element) throw new Error(`nothing to show: ${shot.selector}`);
    return element.screenshot(file);
  }
  if (shot.height !== undefined) return page.screenshot(file);
  const box = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  // As high as it is, so that what sticks to the window's edge stands at the end.
  const whole = Math.ceil(box);
  await page.setViewport({
    width: shot.width,
    height: Math.max(whole, 200),
    deviceScaleFactor: shot.scale ?? 2,
  });
  // The window as it is: what Chromium captures beyond it stands elsewhere in pages that run from right to left.
  const clip = { x: 0, y: 0, width: shot.width, height: whole };
  return page.screenshot({ ...file, clip, captureBeyondViewport: false });
}
