import type { Banner } from './banner.ts';
import { scaled, world } from './lab.ts';
import { lineIsUp } from './sends.ts';
import { type Notices, show } from './show.ts';
import { ChatLine } from './socket.ts';

/** How long the real client hides a lost connection, and how much longer it holds back the retry form. */
const HIDDEN = 18_000;
const RETRY_FORM = 21_000;

/** Behaves as the real client: boots, connects, loses the connection, comes back. */
export class AutoClient {
  readonly #line = new ChatLine(() => this.#lineChanged());
  #synced = false;
  #online = true;
  #wasUp = false;
  #lostAt = Date.now();
  #timers: ReturnType<typeof setTimeout>[] = [];
  #notices: Notices;

  /** `notices` stand above and over the chats while the line is up. */
  constructor(notices: Notices) {
    this.#notices = notices;
    this.#update();
    this.#line.attempt();
  }

  wear(notices: Notices): void {
    this.#notices = notices;
    this.#update();
  }

  stop(): void {
    this.#forgetTimers();
    this.#line.stop();
    lineIsUp(true);
  }

  #lineChanged(): void {
    if (this.#line.up) this.#online = true;
    else void this.#checkOnline();
    if (this.#wasUp && !this.#line.up) this.#lostAt = Date.now();
    this.#wasUp = this.#line.up;
    lineIsUp(this.#line.up);
    this.#update();
  }

  // Any answer counts as online, a 503 too: only a failed fetch makes the client say "Computer not connected".
  async #checkOnline(): Promise<void> {
    const online = await fetch('/status.json', { cache: 'no-store' }).then(
      () => true,
      () => false,
    );
    if (this.#line.up || online === this.#online) return;
    this.#online = online;
    this.#update();
  }

  #update(): void {
    this.#forgetTimers();
    if (this.#line.up) this.#arrive();
    else this.#wait(Date.now() - this.#lostAt);
  }

  #arrive(): void {
    if (this.#synced) {
      show('main', this.#notices);
      return;
    }
    show('loading-moving');
    this.#later(scaled(world.loadingMs), () => {
      this.#synced = true;
      show('main', this.#notices);
    });
  }

  #wait(lost: number): void {
    for (const moment of [HIDDEN, RETRY_FORM]) {
      if (lost < scaled(moment)) this.#later(scaled(moment) - lost, () => this.#update());
    }
    if (this.#synced) show('main', { ...this.#notices, banner: this.#bannerAfter(lost) });
    else if (!this.#online) show('cold-offline');
    else if (lost >= scaled(HIDDEN)) show('cold-cannot-connect');
    else show('loading-moving');
  }

  #bannerAfter(lost: number): Banner | undefined {
    const retry = (): void => this.#line.attempt();
    if (lost < scaled(HIDDEN)) return undefined;
    if (!this.#online) return { kind: 'offline', retry };
    if (lost < scaled(RETRY_FORM)) return { kind: 'connecting' };
    return { kind: 'retry', nextAttemptAt: this.#line.nextAttemptAt, retry };
  }

  #later(milliseconds: number, run: () => void): void {
    this.#timers.push(setTimeout(run, milliseconds));
  }

  #forgetTimers(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers = [];
  }
}
