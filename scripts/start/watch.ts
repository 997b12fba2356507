import type { Page } from 'puppeteer-core';
import type { Seen } from '../../tests/lab/replays/index.ts';
import { type Inside, lookInside, lookOutside, type Outside } from './look.ts';
import type { Narrator } from './narrate.ts';
import { PAGE_SHOWS, PHASES, SYMPTOMS } from './words.ts';

/** How often page and popup are looked at, in ms. They are only read; nothing of the extension waits for it. */
export const LOOK_MS = 250;

/** One moment: what was shown from then on. */
export interface Moment {
  seconds: number;
  seen: Seen;
}

/** Looks at WhatsApp's tab and at the popup again and again, and tells every change once. */
export class Watch {
  /** Every change, in order. */
  readonly history: Moment[] = [];
  readonly #narrator: Narrator;
  readonly #countRequests: () => number;
  readonly #told = new Map<string, string>();
  #inside: Inside | null = null;
  #outside: Outside | null = null;
  #stopped = false;
  #paused = false;

  constructor(narrator: Narrator, countRequests: () => number) {
    this.#narrator = narrator;
    this.#countRequests = countRequests;
  }

  /** What is shown now. */
  get latest(): Seen | undefined {
    return this.history.at(-1)?.seen;
  }

  /** Looks until told to stop. `rest` is called after every look. */
  async run(page: Page, popup: Page, rest: () => void): Promise<void> {
    while (!this.#stopped) {
      if (!this.#paused) await this.#look(page, popup);
      rest();
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  /** Looks away while `work` puts other tabs in front. */
  async pausedFor(work: () => Promise<void>): Promise<void> {
    this.#paused = true;
    await work().finally(() => {
      this.#paused = false;
    });
  }

  stop(): void {
    this.#stopped = true;
  }

  async #look(page: Page, popup: Page): Promise<void> {
    const [inside, outside] = await Promise.all([lookInside(popup), lookOutside(page)]);
    if (this.#paused) return;
    this.#inside = inside ?? this.#inside;
    this.#outside = outside ?? this.#outside;
    if (this.#inside !== null && this.#outside !== null) this.#note(this.#inside, this.#outside);
  }

  #note(inside: Inside, { banner, shows, words, visible }: Outside): void {
    const { popup, badge, troubles } = inside;
    this.#once('page', PAGE_SHOWS[shows] + (words === '' ? '' : ` "${words}"`));
    if (!visible) this.#once('hidden', 'this tab is hidden: the extension counts visible time only', 'page');
    else this.#told.delete('hidden');
    const noticed = troubles
      .map(({ symptom, phase }) => `${SYMPTOMS[symptom]} (${PHASES[phase]})`)
      .join('; ');
    this.#once('noticed', noticed || 'all is well again', 'noticed', noticed !== '');
    const sure = [popup.cause, popup.confidence].filter(Boolean).join(', ');
    this.#once('says', `${popup.verdict}${sure && ` (${sure})`}: "${popup.headline}"`);
    const inPage =
      banner && `${banner.verdict} (${[banner.cause, banner.confidence].filter(Boolean).join(', ')})`;
    this.#once('banner', inPage ? `in the page: ${inPage}` : 'gone from the page', 'banner', banner !== null);
    const onButton = badge.text === '' ? 'empty again' : `"${badge.text}", titled "${badge.title}"`;
    this.#once('badge', onButton, 'badge', badge.text !== '');

    const seen: Seen = { popup, banner, badge, requests: this.#countRequests() };
    if (JSON.stringify(this.latest) !== JSON.stringify(seen)) {
      this.history.push({ seconds: this.#narrator.seconds, seen });
    }
  }

  /** Tells what is new. What is absent is told only when it was there before (`present`). */
  #once(topic: string, text: string, teller = topic, present = true): void {
    if (this.#told.get(topic) === text || (!present && !this.#told.has(topic))) return;
    this.#told.set(topic, text);
    this.#narrator.line(teller as Parameters<Narrator['line']>[0], text);
  }
}
