/** The open chat of one page: messages that come, leave, wait, fail and are scrolled past. */
import type { ChatLine } from './line';
import type { Mark, Markup, Message } from './markup';
import type { Page } from './page';
import type { Random } from './random';

/** Rows shown at first; a real chat shows more, but they would only cost time. */
const ROWS = 8;

/**
 * WhatsApp draws a hundred messages at most, and moves on by twenty at least (wa-diff WAWebConversationMsgs, "island",
 * 2026-04): who scrolls up by less keeps the newest in the page, who scrolls farther loses that many of them at once.
 */
const ISLAND_STEP = 20;

export class Chat {
  #messages: Message[] = [];
  /** Newer messages that were scrolled out of sight. */
  #below: Message[] = [];
  #outbox = new Set<Message>();
  #count = 0;

  constructor(
    readonly page: Page,
    readonly markup: Markup,
    readonly line: ChatLine,
    readonly random: Random,
  ) {}

  get isOpen(): boolean {
    return this.#column()?.firstElementChild != null;
  }

  /** Messages in sight that have not left. */
  get waiting(): number {
    return this.#messages.filter((message) => message.mark === 'waiting' && !message.uploading).length;
  }

  get failed(): Message[] {
    return this.#messages.filter((message) => message.mark === 'failed');
  }

  /** Another chat, with what became of its messages long ago. What waits elsewhere still leaves. */
  open(oldFailures = 0): void {
    this.#below = [];
    this.#messages = this.#history(ROWS, oldFailures);
    this.draw();
  }

  /** Draws the chat anew, as after a cover screen. */
  draw(): void {
    const column = this.#column();
    if (column && this.#messages.length > 0) column.innerHTML = this.markup.chat(this.#messages);
  }

  #history(rows: number, failures: number): Message[] {
    const failed = new Set(Array.from({ length: failures }, () => this.random.whole(0, rows - 1)));
    const mark = (index: number): Mark =>
      failed.has(index) ? 'failed' : this.random.pick(['none', 'none', 'read', 'delivered', 'sent']);
    return Array.from({ length: rows }, (_, index) => this.#message(mark(index)));
  }

  #message(mark: Mark, uploading = false): Message {
    return { id: `m${++this.#count}`, mark, uploading };
  }

  receive(): void {
    if (!this.isOpen || this.#below.length > 0) return;
    this.#append(this.#message('none'));
  }

  /** Sends a message; `uploadMs` is how long its file takes. It fails by itself when `doomed`. */
  send(uploadMs = 0, doomed = false): void {
    if (!this.isOpen) return;
    // Sending brings one to the end of the chat.
    this.scrollDown();
    const message = this.#message('waiting', uploadMs > 0);
    this.#append(message);
    const away = () => {
      if (doomed) this.#later(this.random.between(1_000, 20_000), () => this.#mark(message, 'failed'));
      else {
        this.#outbox.add(message);
        // Some leave late for no reason anybody could name.
        if (this.random.chance(0.05)) this.#later(this.random.between(5_000, 60_000), () => this.flush());
        else this.flush();
      }
    };
    if (uploadMs === 0) {
      away();
      return;
    }
    this.#later(uploadMs, () => {
      message.uploading = false;
      this.#row(message)?.querySelector('.mark')?.parentElement?.querySelector('[role=button]')?.remove();
      away();
    });
  }

  /** The person presses "try again" on a failed message. */
  retry(message: Message, doomed: boolean): void {
    this.#mark(message, 'waiting');
    if (doomed) {
      this.#later(this.random.between(1_000, 20_000), () => this.#mark(message, 'failed'));
      return;
    }
    this.#outbox.add(message);
    this.flush();
  }

  /** Whatever can leave now does, each message in its own time. */
  flush(): void {
    const { internet } = this.page.browser;
    for (const message of this.#outbox) {
      this.#later(this.#leavesMs(), () => {
        if (!this.#outbox.has(message) || !this.line.up || internet.sends === 'stuck') return;
        this.#outbox.delete(message);
        if (internet.sends === 'failing') {
          this.#mark(message, 'failed');
          return;
        }
        this.#mark(message, 'sent');
        this.#later(this.random.between(300, 4_000), () => this.#mark(message, 'delivered'));
        if (this.random.chance(0.5))
          this.#later(this.random.between(5_000, 60_000), () => this.#mark(message, 'read'));
      });
    }
  }

  #leavesMs(): number {
    return this.random.between(100, 2_500) * this.page.browser.internet.slowness;
  }

  /** Older messages come in above. `far` up, the newest go out of the page. */
  scrollUp(far = this.random.chance(0.15)): void {
    const rows = this.#rows();
    if (!rows) return;
    const count = far ? ISLAND_STEP + ROWS : this.random.whole(3, ROWS);
    const older = this.#history(count, this.random.chance(0.1) ? 2 : 0);
    this.#messages = [...older, ...this.#messages];
    rows.insertAdjacentHTML('afterbegin', older.map((message) => this.markup.message(message)).join(''));
    if (!far) return;
    const gone = this.random.whole(ISLAND_STEP, this.#messages.length - 1);
    this.#below = [...this.#messages.splice(-gone), ...this.#below];
    for (let row = 0; row < gone; row++) rows.lastElementChild?.remove();
  }

  /** Back to the newest message. */
  scrollDown(): void {
    for (const message of this.#below.splice(0)) this.#append(message);
  }

  #append(message: Message): void {
    this.#messages.push(message);
    this.#rows()?.insertAdjacentHTML('beforeend', this.markup.message(message));
  }

  #mark(message: Message, mark: Exclude<Mark, 'none'>): void {
    message.mark = mark;
    const place = this.#row(message)?.querySelector('.mark');
    if (place) place.innerHTML = this.markup.mark(mark);
  }

  #row(message: Message): Element | null {
    return this.#rows()?.querySelector(`[data-id="${message.id}"]`) ?? null;
  }

  #rows(): Element | null {
    return this.#column()?.querySelector('.messages') ?? null;
  }

  #column(): Element | null {
    return this.page.document.querySelector('.chat-place');
  }

  #later(ms: number, work: () => void): void {
    this.page.network.setTimeout(work, ms);
  }
}
