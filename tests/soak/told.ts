/**
 * The life of one incident, told to a real background on virtual time: pages that fail and recover, a person who wishes to
 * be told, a browser that may stop the background after any of its calls, and whole browsers that end and start again.
 */
import type { IncidentRecord } from '../../src/core/record';
import type { Trouble } from '../../src/core/trouble';
import { Browser, type Kind } from './browser';
import { Clock } from './clock';
import { loadExtension } from './extension';
import { Internet } from './internet';
import { randomOf } from './random';
import { Tab } from './tab';
import { SECOND } from './times';

const NOON = Date.UTC(2026, 10, 21, 12, 0);

/** What a page of WhatsApp's says by itself; one that was not heard says it again. */
class Told {
  /** `null`: chats are shown. */
  trouble: string | null = null;
  hasBannerScript = false;
  #said = 0;

  constructor(
    readonly story: Story,
    readonly tab: Tab,
  ) {}

  async says(trouble: string | null, phase = 'notice', lastedMs = 0): Promise<void> {
    this.trouble = trouble;
    const turn = ++this.#said;
    const message =
      trouble === null
        ? { type: 'page.good' }
        : { type: 'page.report', trouble, phase, lastedMs, scriptsFailed: false, lastGoodAt: 0 };
    const { browser, clock } = this.story;
    while (turn === this.#said && browser.tabs.has(this.tab.id)) {
      const heard = await browser.message(this.tab, message).then(
        () => true,
        () => false,
      );
      if (heard) return;
      await clock.wait(SECOND);
    }
  }

  inject(): void {}

  async hear(message: { type: string; tell?: boolean }): Promise<void> {
    if (message.type === 'page.look' && message.tell && this.trouble === null) void this.says(null);
  }
}

export class Story {
  readonly clock = new Clock(NOON);
  readonly internet: Internet;
  readonly pages: Told[] = [];
  badge = '';
  requests: number[] = [];
  #tabs = 0;

  private constructor(readonly browser: Browser) {
    this.internet = browser.internet;
  }

  /** Tells the story from its beginning, the background stopped after its call number `stopAt`. */
  static async tell(
    kind: Kind,
    plot: (story: Story) => Promise<void>,
    { stopAt = 0, mayNotify = true } = {},
  ): Promise<Story> {
    const clock = new Clock(NOON);
    const random = randomOf('one incident');
    const story = { told: null as Story | null };
    const witness = {
      badge: (text: string) => {
        if (story.told) story.told.badge = text;
      },
      banner: () => undefined,
      request: () => story.told?.requests.push(clock.now),
      trace: () => undefined,
    };
    const internet = new Internet(clock, random.fork('internet'));
    const browser = new Browser(kind, clock, internet, await loadExtension(), witness, random);
    browser.mayNotify = mayNotify;
    const told = new Story(browser);
    Object.assign(told, { clock });
    story.told = told;
    browser.install();
    browser.stopAt = stopAt;
    await clock.tell(plot(told));
    browser.endBackground();
    return told;
  }

  /** A tab with WhatsApp's page in it. */
  open(): Told {
    const tab = new Tab(
      ++this.#tabs,
      this.browser,
      () => undefined,
      () => false,
    );
    tab.url = 'https://web.whatsapp.com/';
    const page = new Told(this, tab);
    tab.page = page as unknown as Tab['page'];
    this.browser.tabs.set(tab.id, tab);
    this.pages.push(page);
    return page;
  }

  close(page: Told): void {
    this.browser.closed(page.tab.id);
  }

  /** The socket's handshake, as `webRequest` sees it. */
  handshake(succeeds: boolean): void {
    const url = 'wss://web.whatsapp.com/ws/chat';
    const details = { requestId: this.browser.nextRequest(), url, type: 'websocket' as const, tabId: 1 };
    this.browser.fire('onBeforeRequest', details);
    if (succeeds) this.browser.fire('onCompleted', { ...details, statusCode: 101 });
    else this.browser.fire('onErrorOccurred', { ...details, error: 'net::ERR_CONNECTION_REFUSED' });
  }

  /** Presses the button until it stays pressed, as a person would who looks at it. */
  async wish(): Promise<void> {
    for (let times = 0; times < 20; times++) {
      await this.browser.popup({ type: 'tell.when-back', wish: true }).catch(() => undefined);
      const { wishedAt = 0, owed = '' } = this.trouble ?? {};
      if (wishedAt > 0 || owed) return;
      await this.clock.wait(2 * SECOND);
    }
  }

  get trouble(): Trouble | undefined {
    return this.browser.disk.get('trouble') as Trouble | undefined;
  }

  /** Every record on disk. */
  get records(): readonly IncidentRecord[] {
    const old = this.browser.disk.get('records') as { records: IncidentRecord[] } | undefined;
    const { record, past = [] } = this.trouble ?? {};
    return [...(old?.records ?? []), ...past, ...(record ? [record] : [])];
  }
}
