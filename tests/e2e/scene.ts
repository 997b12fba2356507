/** One browser with the extension on WhatsApp Web in the lab, and what the person would see there. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type BrowserKind, type BrowserOptions, openBrowser, type Session } from '../lab/browsers/index.ts';
import { type Lab, startLab, type WorldChange } from '../lab/server.ts';

export const BROWSERS: readonly BrowserKind[] = ['chrome', 'firefox'];

/** What the popup's `<main>` says to those who test from outside (contract). */
export interface Says {
  verdict: string;
  confidence: string;
  cause: string;
  state: string;
  since: string;
  headline: string;
  evidence: Record<string, string>;
  ways: Record<string, string>;
}

export interface Scene extends AsyncDisposable {
  lab: Lab;
  session: Session;
  /** The tab that WhatsApp Web is, or should be, in. */
  page: Page;
  /** The popup's page, opened behind the WhatsApp tab on first use. */
  popup(): Promise<Page>;
  says(): Promise<Says>;
  /** Resolves with what the popup says once `wanted` fits; rejects after `withinMs` with what it said last. */
  until(wanted: (says: Says) => boolean, withinMs: number): Promise<Says>;
  /** `data-verdict` of the banner in the page, or null. */
  banner(): Promise<string | null>;
  press(action: string): Promise<void>;
  /** Hosts asked by the extension (everything but the page's own). */
  asked(): string[];
}

/** Hosts the fake WhatsApp page talks to by itself. */
const PAGE_HOSTS = ['web.whatsapp.com', 'static.whatsapp.net'];

interface SceneOptions extends Partial<BrowserOptions> {
  kind: BrowserKind;
  world?: WorldChange;
  /** Leave the tab empty. */
  stay?: boolean;
  /** False leaves the extension out; `session.extension.install(buildOf(kind))` brings it later. */
  installed?: boolean;
}

/** The release build for a browser. */
export function buildOf(kind: BrowserKind): string {
  return join(import.meta.dirname, '../../dist', kind);
}

/** Opens the scene and WhatsApp Web in it. */
export async function openScene(given: SceneOptions): Promise<Scene> {
  const { world = {}, stay = false, installed = true, ...options } = given;
  const lab = await startLab({ world });
  const build = installed ? { extensionDir: buildOf(options.kind) } : {};
  const session = await openBrowser({ lab, ...build, ...options }).catch(async (error) => {
    await lab.close();
    throw error;
  });
  const page = await session.newPage();
  if (!stay) await session.gotoWhatsApp(page);
  let popup: Promise<Page> | null = null;

  const scene: Scene = {
    lab,
    session,
    page,
    popup: () => {
      popup ??= session.openPopup().then(async (opened) => {
        await page.bringToFront();
        return opened;
      });
      return popup;
    },
    says: async () => (await scene.popup()).evaluate(readPopup),
    until: (wanted, withinMs) => eventually(scene.says, wanted, withinMs),
    banner: () => page.evaluate(readBanner),
    press: async (action) => {
      const opened = await scene.popup();
      await opened.evaluate((name) => {
        document.querySelector<HTMLElement>(`[data-action="${name}"]`)?.click();
      }, action);
    },
    asked: () => lab.requests.map(({ host }) => host).filter((host) => !PAGE_HOSTS.includes(host)),
    [Symbol.asyncDispose]: async () => {
      await session.close();
      await lab.close();
    },
  };
  return scene;
}

/** Reads again and again until the value fits; a failed read is another try. */
export async function eventually<T>(
  read: () => Promise<T>,
  wanted: (value: T) => boolean,
  withinMs: number,
): Promise<T> {
  const end = Date.now() + withinMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const value = await read();
      if (wanted(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `not within ${withinMs} ms; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`,
  );
}

/** Runs in the popup. */
function readPopup(): Says {
  const main = document.querySelector('main') as HTMLElement;
  const pairs = (name: string, value: string) =>
    Object.fromEntries(
      [...main.querySelectorAll(`[${name}]`)].map((node) => [
        node.getAttribute(name),
        node.getAttribute(value),
      ]),
    );
  const { verdict = '', confidence = '', cause = '', state = '', since = '' } = main.dataset;
  const headline = main.querySelector('h1')?.textContent ?? '';
  const evidence = pairs('data-evidence', 'data-says');
  const ways = pairs('data-fallback-app', 'data-status');
  return { verdict, confidence, cause, state, since, headline, evidence, ways };
}

/** Runs in the WhatsApp page. */
function readBanner(): string | null {
  return document.querySelector('not-just-me-banner')?.getAttribute('data-verdict') ?? null;
}
