/**
 * A browser with tabs, an extension and a toolbar. It starts the background for an event and ends it after 30 s without
 * one, as both browsers do, and keeps what a person would see: the badge, and the banner of each page.
 */

import { Alarms } from './alarms';
import { apiOf, ORIGIN } from './api';
import { type Clock, dateOf, Timers } from './clock';
import type { Extension } from './extension';
import type { Internet } from './internet';
import { Life } from './life';
import type { Random } from './random';
import type { Tab } from './tab';
import { type Details, fits, type WebRequestEvent } from './web-request';

/** Chrome's and Firefox's patience with an idle background, in ms. */
const IDLE_MS = 30_000;

export type Kind = 'chrome' | 'firefox';

/** What a person, or somebody on the line, notices of the extension. */
export interface Witness {
  badge(text: string): void;
  banner(tab: Tab, side: string | null): void;
  request(url: string): void;
  trace(line: string): void;
}

export class Browser {
  readonly tabs = new Map<number, Tab>();
  /** Changes with each update: scripts of an older one are orphans. */
  version = 1;
  /** Timers of the browser itself. */
  readonly timers: Timers;
  /** `storage.session`. */
  readonly session = new Map<string, unknown>();
  /** `storage.local`. */
  readonly disk = new Map<string, unknown>();
  /** Notifications that are shown, and all that ever were. */
  readonly shown = new Map<string, { title: string; message: string }>();
  readonly announced: string[] = [];
  /** The permission was given. */
  mayNotify = false;
  /** Calls of the API and of `fetch` so far, and the one after which the background is stopped. */
  calls = 0;
  stopAt = 0;
  readonly alarms: Alarms;
  #life: Life | null = null;
  #last: Life | null = null;
  #requests = 0;

  constructor(
    readonly kind: Kind,
    readonly clock: Clock,
    readonly internet: Internet,
    readonly extension: Extension,
    readonly witness: Witness,
    readonly random: Random,
  ) {
    this.timers = new Timers(clock, true);
    this.alarms = new Alarms(this.timers, clock, (name) => this.#tell('onAlarm', () => true, { name }));
  }

  /** The extension is there from now on. */
  install(): void {
    this.#life?.end();
    this.#life = null;
    this.session.clear();
    this.alarms.clearAll();
    for (const listener of this.#wake().listeners('onInstalled', () => true)) listener();
  }

  /** A new version takes the place of the old one while everything goes on. */
  update(): void {
    this.version++;
    this.install();
  }

  /** The browser ends the background, as it does when memory runs short. */
  endBackground(): void {
    this.#life?.end();
    this.#life = null;
  }

  /** The whole browser ends and starts again, without its tabs. Firefox forgets alarms. */
  restart(): void {
    this.endBackground();
    this.session.clear();
    this.shown.clear();
    for (const tab of [...this.tabs.keys()]) this.tabs.delete(tab);
    if (this.kind === 'firefox') this.alarms.clearAll();
    this.#tell('onStartup', () => true);
  }

  /** The background has waited for something once more. */
  counted(): void {
    if (++this.calls === this.stopAt) this.endBackground();
  }

  closed(tab: number): void {
    this.tabs.delete(tab);
    this.#tell('tabs.onRemoved', () => true, tab, {});
  }

  nextRequest(): string {
    return String(++this.#requests);
  }

  /** A request of some page or of ours is at this point. */
  fire(event: WebRequestEvent, details: Omit<Details, 'timeStamp'>): void {
    const whole: Details = { ...details, timeStamp: this.clock.now };
    this.#tell(`webRequest.${event}`, (filter) => fits(filter, whole), whole);
  }

  /** A message of a content script; resolves with the answer. */
  async message(tab: Tab, message: unknown): Promise<unknown> {
    const sender = { id: 'own-id', url: tab.url, frameId: 0, tab: { id: tab.id } };
    const copy = structuredClone(message);
    this.witness.trace(`tab ${tab.id} says ${JSON.stringify(message)}`);
    return structuredClone(await this.#send(copy, sender));
  }

  /** Hands a message to the background; resolves with its answer, and at once where nobody takes it. */
  #send(message: unknown, sender: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const taken = this.#tell('onMessage', () => true, message, sender, resolve);
      if (!taken.includes(true)) resolve(undefined);
      this.#life?.onEnd(() => reject(new Error('The message port closed before a response was received.')));
    });
  }

  /** A message of our popup. */
  async popup(message: unknown): Promise<void> {
    const sender = { id: 'own-id', url: `${ORIGIN}/popup.html` };
    await this.#send(message, sender);
  }

  /** Events wake the background if it ever asked for them. */
  #tell(name: string, wanted: (filter: never) => boolean, ...given: unknown[]): unknown[] {
    const asked = this.#last?.listeners(name, wanted as () => boolean) ?? [];
    if (asked.length === 0) return [];
    const life = this.#wake();
    life.activeAt = this.clock.now;
    return life
      .listeners(name, wanted as () => boolean)
      .map((listener) => (listener as (...all: unknown[]) => unknown)(...given));
  }

  #wake(): Life {
    if (this.#life !== null) return this.#life;
    const life = new Life(new Timers(this.clock, true), this.clock.now);
    this.#life = life;
    this.#last = life;
    this.extension.background({
      soakBrowser: apiOf(this, life),
      fetch: this.#fetchFor(life),
      setTimeout: life.timers.setTimeout,
      clearTimeout: life.timers.clearTimeout,
      Date: dateOf(this.clock),
      Math: Object.create(Math, { random: { value: () => this.random.next() } }),
      crypto: { randomUUID: () => `id-${this.random.next()}` },
      navigator: onlineOf(this.internet),
    });
    const idle = () => {
      const left = life.activeAt + IDLE_MS - this.clock.now;
      if (life.ended) return;
      if (left > 0) this.timers.setTimeout(idle, left);
      else if (this.#life === life) this.endBackground();
    };
    this.timers.setTimeout(idle, IDLE_MS);
    return life;
  }

  #fetchFor(life: Life) {
    const failed = (url: string, error: string) => {
      const from =
        this.kind === 'chrome' ? { initiator: ORIGIN } : { originUrl: `${ORIGIN}/background.html` };
      const requestId = this.nextRequest();
      this.fire('onErrorOccurred', { requestId, url, type: 'xmlhttprequest', tabId: -1, error, ...from });
    };
    const fetch = this.internet.fetch(this.kind, life.timers, failed);
    return (url: string, init: RequestInit) => {
      life.activeAt = this.clock.now;
      this.witness.request(url);
      return fetch(url, init).finally(() => {
        if (!life.ended) this.counted();
      });
    };
  }
}

/** `navigator.onLine`: false is trustworthy, true is not. */
export function onlineOf(internet: Internet): { readonly onLine: boolean } {
  return {
    get onLine() {
      return internet.line !== 'down';
    },
  };
}
