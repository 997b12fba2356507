/** One day of one person: a computer, a browser with the extension, WhatsApp's page, and the hours from eight to eight. */
import { Browser, type Kind } from './browser';
import { Client, type Start } from './client';
import { Clock } from './clock';
import type { Extension } from './extension';
import { fail } from './fail';
import { FAILURES, type FailureName } from './failures';
import { Internet } from './internet';
import { Judge } from './judge';
import { GENERATIONS, Markup } from './markup';
import { NOISE, type NoiseName, WEIGHTS } from './noise';
import type { Page } from './page';
import { type Random, randomOf } from './random';
import { Tab } from './tab';
import { HOUR, MINUTE, SECOND } from './times';

const MORNING = Date.UTC(2026, 10, 21, 8, 0);
const LASTS_MS = 12 * HOUR;

export class Day {
  readonly clock = new Clock(MORNING);
  readonly endsAt = MORNING + LASTS_MS;
  readonly random: Random;
  readonly internet: Internet;
  readonly judge: Judge;
  readonly browser: Browser;
  readonly markup: Markup;
  readonly tab: Tab;
  readonly counts: Record<string, number> = {};
  readonly account = { linked: true, locked: false, socketsFromWorker: false, blocker: false };
  /** WhatsApp's worker serves the document, when it may. */
  byWorker = false;
  /** How the next start of the client goes. */
  next: Start = {};
  /** The next document is not the chats' at all. */
  nextBody: string | null = null;
  /** When a message was last made to fail, in epoch ms. */
  failedAt = 0;
  visibleMs = 0;
  noticedAfterMs: number | undefined;
  quietAfterMs: number | undefined;
  readonly #clients = new Map<Page, Client>();
  #tabs = 0;

  constructor(
    readonly name: string,
    extension: Extension,
    readonly failure: FailureName | null,
    readonly trace: (line: string) => void,
  ) {
    this.random = randomOf(name);
    this.internet = new Internet(this.clock, this.random.fork('internet'));
    const traced = (line: string) => trace(`${new Date(this.clock.now).toISOString().slice(11, 23)} ${line}`);
    this.judge = new Judge(this.clock, this.internet, traced);
    const kind: Kind = this.random.chance(0.5) ? 'chrome' : 'firefox';
    const needsFailures = failure !== null && FAILURES[failure].needsDesign === true;
    const generation = needsFailures
      ? this.random.pick(['2026-04', '2026-08'] as const)
      : this.random.pick([...GENERATIONS, '2026-08', '2026-08'] as const);
    this.markup = new Markup(generation, this.random.fork('markup'));
    const chance = this.random.fork('browser');
    this.browser = new Browser(kind, this.clock, this.internet, extension, this.judge, chance);
    this.byWorker = failure === null ? this.random.chance(0.3) : FAILURES[failure].atDocument !== true;
    this.byWorker &&= this.random.chance(0.5);
    this.account.socketsFromWorker = this.random.chance(0.2);
    this.account.blocker = this.random.chance(0.3);
    if (this.random.chance(0.4)) this.internet.socket5222 = this.random.pick(['hang', 'refused', 'reset']);
    this.note(`browser: ${kind}`);
    this.note(`generation: ${generation}`);
    this.tab = this.openTab();
  }

  note(what: string): void {
    this.judge.trace(what);
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  openTab(): Tab {
    const tab = new Tab(
      ++this.#tabs,
      this.browser,
      (page) => this.#live(page),
      () => this.byWorker,
    );
    this.browser.tabs.set(tab.id, tab);
    return tab;
  }

  /** A document is here: its HTML follows, and brings WhatsApp's client to life. */
  #live(page: Page): void {
    const body = page.status >= 500 ? '<h1>x</h1>' : this.nextBody;
    const start = this.next;
    this.nextBody = null;
    this.next = {};
    const random = this.random.fork(`client ${this.clock.now} ${page.tab.id}`);
    const client = new Client(page, this.markup, this.account, random, () => this.#giveWay(page));
    if (body === null) {
      page.client = client;
      this.#clients.set(page, client);
    }
    page.network.setTimeout(() => {
      if (body === null) client.start(start);
      else {
        page.document.body.innerHTML = body;
        page.become('complete');
      }
    }, random.between(30, 600) * this.internet.slowness);
  }

  /** One page at a time shows an account's chats; in 2026-04 the others offered one button, else two. */
  #giveWay(winner: Page): void {
    for (const [page, client] of this.#clients) {
      if (page.gone) this.#clients.delete(page);
      else if (page !== winner && client.screen.shown === 'main')
        client.cover(this.markup.generation === '2026-04' ? 'reload-offered' : 'choice');
    }
  }

  /** The client of the tab the person mostly uses. */
  get client(): Client | null {
    return this.clientOf(this.tab);
  }

  clientOf(tab: Tab): Client | null {
    return (tab.page && this.#clients.get(tab.page)) ?? null;
  }

  /** The servers or the line changed: every open page finds out in its own time. */
  changed(atMostMs: number): void {
    for (const client of this.#clients.values()) client.feels(this.random.between(0, atMostMs));
  }

  /** `down`: the computer knows and says so; `half-dead`: only requests find out. */
  setLine(line: Internet['line']): void {
    const before = this.internet.line;
    this.judge.trace(`line: ${line}`);
    this.internet.line = line;
    if (line !== 'up' || before !== 'up') this.judge.lineDead();
    for (const [page, client] of this.#clients) {
      if (page.gone || page.frozen || this.clock.asleep) continue;
      if (line === 'down') page.tellWindow('offline');
      if (before === 'down' && line !== 'down') page.tellWindow('online');
      if (line === 'up') client.line.hurry();
    }
    if (line !== 'up') this.changed(25 * SECOND);
  }

  /** Waits while the person looks or does not, and adds up what was looked at. */
  async pass(ms: number): Promise<void> {
    const seen = this.tab.visible && !this.clock.asleep ? ms : 0;
    await this.clock.wait(ms);
    this.visibleMs += seen;
  }

  /** Waits until it is so, looking every second; false when it never was. */
  async until(fits: () => boolean, atMostMs: number): Promise<boolean> {
    const end = this.clock.now + atMostMs;
    while (!fits() && this.clock.now < end) await this.pass(SECOND);
    return fits();
  }

  /** The chats are here in the person's tab. */
  isWell(): boolean {
    return this.client?.well === true;
  }

  /** Wherever the last event left the person: back to chats that work, as a person would. */
  async backToChats(): Promise<void> {
    this.tab.setVisible(true);
    if (await this.until(() => this.isWell(), 90 * SECOND)) return;
    for (let tries = 0; tries < 6; tries++) {
      this.tab.load();
      if (await this.until(() => this.isWell(), 2 * MINUTE)) return;
    }
    throw new Error('generator: the chats never come back');
  }

  async live(): Promise<void> {
    this.browser.install();
    this.tab.setVisible(true);
    this.tab.load();
    await this.backToChats();
    const failsAt = this.clock.now + this.random.between(0.3 * HOUR, LASTS_MS - 3 * HOUR);
    let failed = this.failure === null;
    while (this.clock.now < this.endsAt) {
      await this.look(this.random.between(20 * SECOND, 7 * MINUTE));
      if (!failed && this.clock.now >= failsAt && this.failure !== null) {
        failed = true;
        await fail(this, this.failure);
      } else await this.makeNoise(this.random.weighted(WEIGHTS));
    }
  }

  async makeNoise(name: NoiseName): Promise<void> {
    this.note(name);
    await NOISE[name](this);
    await this.backToChats();
  }

  /** The person looks at the chats, and now and then does something there. */
  async look(ms: number): Promise<void> {
    this.tab.setVisible(true);
    const end = this.clock.now + ms;
    while (this.clock.now < end) {
      await this.pass(Math.min(end - this.clock.now, this.random.between(5 * SECOND, 120 * SECOND)));
      this.#touch();
    }
    if (ms > 5 * MINUTE && this.isWell()) this.judge.mustBeQuiet('all has been well for minutes');
  }

  #touch(): void {
    const { client, random } = this;
    if (!client?.well) return;
    client.stir();
    const what = random.weighted({ nothing: 5, open: 2, send: 3, up: 1, down: 1 });
    if (what === 'open')
      client.chat.open(this.markup.marksFailures && random.chance(0.08) ? random.whole(1, 4) : 0);
    if (what === 'send') client.chat.send();
    if (what === 'up') client.chat.scrollUp();
    if (what === 'down') client.chat.scrollDown();
  }

  /** The person looks elsewhere. Messages come in all the same. */
  async away(ms: number): Promise<void> {
    this.tab.setVisible(false);
    const end = this.clock.now + ms;
    while (this.clock.now < end) {
      await this.pass(Math.min(end - this.clock.now, this.random.between(MINUTE, 10 * MINUTE)));
      if (this.client?.well && !this.tab.page?.frozen) this.client.stir();
    }
  }
}
