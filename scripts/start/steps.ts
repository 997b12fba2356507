import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { realSeconds } from '../../tests/lab/replays/clock.ts';
import type { Replay, Step } from '../../tests/lab/replays/index.ts';
import { act, settled } from './person.ts';
import { takePictures } from './pictures.ts';
import type { Stage } from './play.ts';
import { LOOK_MS, type Watch } from './watch.ts';

/** WhatsApp Web, and the popup's page behind it. */
export interface Tabs {
  page: Page;
  popup: Page;
}

/** The steps of a replay, each at its time. */
export class Steps {
  /** Pictures taken so far. */
  readonly pictures: string[] = [];
  readonly #stage: Stage;
  readonly #replay: Replay;
  readonly #tabs: Tabs;
  readonly #watch: Watch;
  #next = 0;

  constructor(stage: Stage, replay: Replay, tabs: Tabs, watch: Watch) {
    this.#stage = stage;
    this.#replay = replay;
    this.#tabs = tabs;
    this.#watch = watch;
  }

  /** Seconds until the world goes on. */
  get secondsToNext(): number {
    return this.#next - this.#stage.narrator.seconds;
  }

  /** Takes all steps. */
  async play(): Promise<void> {
    for (const step of this.#replay.steps) {
      this.#next = step.inSeconds;
      await this.#due(step);
      await this.#take(step);
      if (step.picture !== undefined) await this.#picture(step.picture);
    }
  }

  async #due({ soonerWhen }: Step): Promise<void> {
    const isThere = (): boolean =>
      this.#watch.latest !== undefined && soonerWhen?.(this.#watch.latest) === true;
    while (this.secondsToNext > 0 && !isThere()) {
      const left = this.secondsToNext * 1000;
      const pause = soonerWhen === undefined ? left : Math.min(left, LOOK_MS);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #take(step: Step): Promise<void> {
    const { session, lab, narrator } = this.#stage;
    if (step.person === undefined) narrator.world(step);
    else narrator.line('person', step.says);
    if (step.world !== undefined) lab.setWorld(step.world);
    if (step.metaSince !== undefined) {
      // The extension's clock is the real one: Meta's report is dated to the moment it was that time here.
      const at = narrator.momentOf(realSeconds(this.#replay.steps, step.metaSince));
      lab.setWorld({ metaStatus: { since: new Date(at).toISOString() } });
    }
    if (step.person !== undefined) await act(step.person, session, this.#tabs.page, this.#tabs.popup);
  }

  async #picture(name: string): Promise<void> {
    const { root, session, narrator, visible } = this.#stage;
    // A window is for looking at, and the popup's picture would put another tab in front.
    if (visible) return;
    await settled(this.#tabs.popup);
    const prefix = join('out', `${this.#replay.id}-${session.kind}-${name}`);
    await this.#watch.pausedFor(async () => {
      this.pictures.push(...(await takePictures(session, { root, prefix, ...this.#tabs })));
    });
    narrator.line('picture', `${prefix}-page.png, ${prefix}-popup.png`);
  }
}
