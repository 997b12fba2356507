/** Hears what the extension holds and shows, from a tab nobody sees: the popup would hide the page it speaks of. */
import type { Page } from 'puppeteer-core';
import type { Scene } from '../e2e/scene.ts';
import type { LabRequest } from '../lab/server.ts';
import { ELSEWHERE, type Moment } from './story.ts';

/** The page's own requests; its telemetry too. */
const PAGE_HOSTS = /(^|\.)whatsapp\.(com|net)$/;

/** A page that is frozen or loading does not answer: it is asked again at the next look, in ms. */
const PATIENCE_MS = 3_000;

export interface Ear {
  listen(): Promise<Moment>;
}

export async function openEar({ session, page, lab }: Scene): Promise<Ear> {
  const ear = await session.openExtensionPage('manifest.json', { background: true });
  await page.bringToFront();
  return {
    async listen() {
      const [inside, banner] = await Promise.all([
        inTime(ear.evaluate(readInside), { badge: '', verdict: '', troubles: [] }),
        bannerIn(await session.browser.pages()),
      ]);
      return { ...inside, banner, asked: lab.requests.filter(isOwn).map(({ host }) => host) };
    },
  };
}

/** The banner of any tab. */
async function bannerIn(pages: Page[]): Promise<string | null> {
  const whatsapp = pages.filter((one) => one.url().startsWith('https://web.whatsapp.com'));
  const banners = await Promise.all(whatsapp.map((one) => inTime(one.evaluate(readBanner), null)));
  return banners.find((one) => one !== null) ?? null;
}

/** Asked for by the extension, not by a page. Its question to WhatsApp's host has no page behind it. */
function isOwn({ host, path, headers }: LabRequest): boolean {
  if (!PAGE_HOSTS.test(host)) return host !== new URL(ELSEWHERE).host;
  return path === '/status.json' && headers.referer === undefined;
}

async function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS);
  });
  // A page that navigates loses its context: the next look finds the new one.
  const value = await Promise.race([answer.catch(() => otherwise), late]);
  clearTimeout(timer);
  return value;
}

/** Runs in a WhatsApp page. */
function readBanner(): string | null {
  return document.querySelector('not-just-me-banner')?.getAttribute('data-verdict') ?? null;
}

/** Runs in the extension. */
async function readInside(): Promise<Pick<Moment, 'badge' | 'verdict' | 'troubles'>> {
  const { chrome } = globalThis as unknown as { chrome: Inside };
  const [{ situation }, badge] = await Promise.all([
    chrome.storage.session.get('situation'),
    chrome.action.getBadgeText({}),
  ]);
  const troubles = Object.values(situation?.incident?.tabs ?? {});
  return {
    badge,
    verdict: situation?.verdict.verdict ?? '',
    troubles: troubles.map(({ symptom, phase }) => ({ symptom, phase })),
  };
}

interface Inside {
  storage: { session: { get(key: string): Promise<{ situation?: Stored }> } };
  action: { getBadgeText(details: object): Promise<string> };
}

interface Stored {
  incident: { tabs: Record<string, { symptom: string; phase: string }> } | null;
  verdict: { verdict: string };
}
