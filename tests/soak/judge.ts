/**
 * Sees what a person sees (badge, banners) and what a line carries (requests), and judges it against what really goes on.
 * A quiet day allows nothing, but for two things that are true: "it is you" while this computer has no line, and quiet
 * questions while something was really seen that the design asks about.
 */
import type { Witness } from './browser';
import type { Clock } from './clock';
import type { Internet } from './internet';
import type { Tab } from './tab';
import { HOUR, MINUTE } from './times';

/** How long a word about a line that was dead may stand after it is back, in ms: the longest pause of the re-checks. */
const LINE_REMEMBERED_MS = 20 * MINUTE;

/** After a line is back, so long until every witness of a round was heard over it, in ms. */
const HALF_HEARD_MS = 10_000;

/** Requests to others than WhatsApp in an hour, and how many of them are not kept for a special purpose (core/asking/budget.ts). */
const HOURLY = 24;
const SPENT = 14;

export class Judge implements Witness {
  readonly problems: string[] = [];
  /** Something of WhatsApp's really fails now, and is to be noticed. */
  failing = false;
  /** When a notice was first seen while something failed, or 0. */
  noticedAt = 0;
  /** Until then a notice of what is over may still stand. */
  graceUntil = 0;
  /** Sides told of the failure, in order. */
  readonly sides: string[] = [];
  requests = 0;
  /** When others than WhatsApp were asked within the last hour, in epoch ms. */
  #others: number[] = [];
  #badge = '';
  #excusedUntil = 0;
  #lineDeadAt = 0;
  /** When the hour was last seen spent. */
  #spentAt = 0;
  /** Tabs that were ever told of anything. */
  readonly #tabs = new Set<Tab>();

  constructor(
    readonly clock: Clock,
    readonly internet: Internet,
    readonly trace: (line: string) => void,
  ) {}

  get shown(): string {
    // A banner goes with its document.
    const banners = [...this.#tabs].map(({ page }) => page?.banner);
    return [this.#badge, ...banners].filter(Boolean).join(' + ');
  }

  badge(text: string): void {
    this.trace(`badge: ${text || '(empty)'}`);
    const stood = this.#badge !== '';
    this.#badge = text.replace('badge_', '').replace('?', '');
    if (text !== '') this.#judge('badge', this.#badge, stood);
  }

  banner(tab: Tab, side: string | null): void {
    this.trace(`banner in tab ${tab.id}: ${side ?? '(none)'}`);
    this.#tabs.add(tab);
    if (side !== null) this.#judge('banner', side, this.#badge !== '');
  }

  request(url: string): void {
    this.trace(`asked: ${url}`);
    this.requests++;
    this.#watchLine();
    this.#count(url);
    if (this.failing || this.clock.now <= Math.max(this.#excusedUntil, this.graceUntil)) return;
    if (this.clock.now - this.#lineDeadAt < LINE_REMEMBERED_MS) return;
    this.#problem(`asked ${url} although nothing was wrong`);
  }

  /** The page really shows for `ms` what the design asks about quietly. */
  excuse(ms: number): void {
    this.#excusedUntil = Math.max(this.#excusedUntil, this.clock.now + ms);
  }

  /** This computer has no line, or has had none until now. */
  lineDead(): void {
    this.#lineDeadAt = this.clock.now;
  }

  /** Requests are listed in session storage (ADR 3), which an update empties: the hour begins anew. */
  updated(): void {
    this.#others = [];
  }

  /** All has been well for long enough: no word may be left. */
  mustBeQuiet(why: string): void {
    if (this.shown !== '') this.#problem(`${why}, and still says: ${this.shown}`);
  }

  miss(what: string): void {
    this.#problem(what);
  }

  #count(url: string): void {
    this.#others = this.#others.filter((at) => this.clock.now - at < HOUR);
    if (/^https:\/\/[^/]+\.whatsapp\.(com|net)\//.test(url)) return;
    this.#others.push(this.clock.now);
    if (this.#others.length >= SPENT) this.#spentAt = this.clock.now;
    if (this.#others.length > HOURLY) this.#problem(`asked others ${this.#others.length} times in an hour`);
  }

  #watchLine(): void {
    if (this.internet.line !== 'up') this.lineDead();
  }

  #judge(where: string, side: string, stood: boolean): void {
    this.#watchLine();
    if (this.failing) {
      this.noticedAt ||= this.clock.now;
      if (this.sides.at(-1) !== side) this.sides.push(side);
      return;
    }
    if (this.clock.now <= this.graceUntil) return;
    if (this.#isOfTheLine(side, stood)) return;
    this.#problem(`${where} says "${side}" although nothing was wrong`);
  }

  /** True of a line that is dead, or was. `stood`: something was said already. */
  #isOfTheLine(side: string, stood: boolean): boolean {
    const sinceDead = this.clock.now - this.#lineDeadAt;
    if (sinceDead >= LINE_REMEMBERED_MS) return false;
    if (side !== 'unsure') return side === 'yours';
    // Nobody may be asked any more in this hour, and something is wrong indeed: "nobody knows" is true, and may stand.
    const stillSpent = this.#others.filter((at) => this.clock.now - at < HOUR).length >= SPENT;
    // Or found spent by the round that has just ended, though its oldest requests are an hour old by now.
    const spent = stillSpent || this.clock.now - this.#spentAt < MINUTE;
    if (spent && (stood || this.internet.line !== 'up')) return true;
    return stood && sinceDead < HALF_HEARD_MS;
  }

  #problem(what: string): void {
    const at = new Date(this.clock.now).toISOString().slice(11, 19);
    this.trace(`PROBLEM: ${what}`);
    if (this.problems.length < 5) this.problems.push(`${at} ${what}`);
  }
}
