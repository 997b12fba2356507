/** A page story as data: what happens in one browser, and what the person must, or must not, hear of it. */
import type { Page } from 'puppeteer-core';
import type { Scene } from '../e2e/scene.ts';
import type { BrowserKind, BrowserOptions } from '../lab/browsers/index.ts';
import type { WorldPatch } from '../lab/server.ts';
import type { PageScreen } from '../lab/world.ts';

/** Where people go when they leave WhatsApp: a host that the extension never asks. */
export const ELSEWHERE = 'https://news.example/';

/** A trouble that the person is told of, in time. Times are seconds after `stage.begins()`. */
export interface Notice {
  symptom: string;
  /** No earlier than, and no later than. */
  within: readonly [number, number];
  /** Answers that would be right. */
  verdicts: readonly string[];
  /** False where badge and popup alone say it: an error page of the browser, or WhatsApp's own network screen. */
  banner?: false;
}

/**
 * `silent`: no banner, no badge, and nobody asked. `unnoticed`: no banner and no badge; suspicion may have asked.
 * All through the story, not only at its end.
 */
export type Expected = 'silent' | 'unnoticed' | Notice;

export interface Story {
  /** Unique, in `kebab-case`. */
  id: string;
  title: string;
  expect: Expected;
  /** About how long it takes. Those over a minute are told by `npm run test:stories` only. */
  seconds: number;
  world?: WorldPatch;
  options?: Partial<BrowserOptions>;
  /** The tab stays empty: the story opens WhatsApp Web itself. */
  stay?: true;
  /** Where the other browser cannot play it; the title says why. */
  only?: BrowserKind;
  run(stage: Stage): Promise<void>;
}

/** What one moment looks like to the person, and what lies behind it. */
export interface Moment {
  banner: string | null;
  badge: string;
  verdict: string;
  /** Symptom and phase of every tab in trouble. */
  troubles: { symptom: string; phase: string }[];
  /** Hosts the extension asked so far. */
  asked: string[];
}

export interface Stage extends Scene {
  kind: BrowserKind;
  /** The trouble begins now: the notice is timed from here. */
  begins(): void;
  /** Looks on for so many seconds. */
  watch(seconds: number): Promise<void>;
  /** The person is told: in time, of the right symptom, on the right surfaces. */
  noticed(): Promise<void>;
  /** Banner and badge are gone within so many seconds, and nothing is held against any tab. */
  over(withinSeconds: number): Promise<void>;
  /** Waits for something to be in the page. */
  shows(selector: string, page?: Page): Promise<void>;
  /** Waits for the tab to show a screen, by its shape. */
  isAt(screen: PageScreen): Promise<void>;
  /** What the person sees now. */
  moment(): Promise<Moment>;
  /** One tab shows a screen of its own. */
  pin(page: Page, screen: PageScreen | undefined): Promise<void>;
  /** A tab in front of all others, on another site unless told. */
  inFront(url?: string): Promise<Page>;
}
