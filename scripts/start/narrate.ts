import { ist, minutesOf, utc, worldMinutes } from '../../tests/lab/replays/clock.ts';
import type { Replay, Step } from '../../tests/lab/replays/index.ts';

/** Who a line is about. */
export type Teller =
  | 'world'
  | 'person'
  | 'page'
  | 'noticed'
  | 'asked'
  | 'says'
  | 'banner'
  | 'badge'
  | 'picture'
  | '…';

const COLOURS: Record<Teller, number> = {
  world: 36,
  person: 35,
  page: 90,
  noticed: 33,
  asked: 34,
  says: 32,
  banner: 32,
  badge: 32,
  picture: 90,
  '…': 90,
};

/** Lines are held back for this long, in ms: whom it asked is known a moment later than what it says. */
const HELD_MS = 1_200;

/** After this long without a line, in seconds, one says that all is still. */
const QUIET_SECONDS = 15;

/** Tells the replay in the terminal: one line per change, with the real time passed and the world's clock. */
export class Narrator {
  readonly #replay: Replay;
  readonly #colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  #startedAt = Date.now();
  #spokeAt = Date.now();
  #aheadSeconds = 0;

  constructor(replay: Replay) {
    this.#replay = replay;
  }

  /** The replay begins now. */
  begin(): void {
    this.#startedAt = Date.now();
    this.#spokeAt = this.#startedAt;
  }

  /** Real seconds since the replay began. */
  get seconds(): number {
    return (Date.now() - this.#startedAt) / 1000;
  }

  /** The real moment at which the replay was `seconds` old, in epoch ms. */
  momentOf(seconds: number): number {
    return this.#startedAt + seconds * 1000;
  }

  /** One line, of now or of a moment ago. */
  line(teller: Teller, text: string, seconds = this.seconds): void {
    this.#spokeAt = Date.now();
    const world = utc(worldMinutes(this.#replay.steps, seconds + this.#aheadSeconds));
    const when = this.#paint(90, `[+${seconds.toFixed(1).padStart(5)} s | ${world}]`);
    const line = `${when} ${this.#paint(COLOURS[teller], `${teller}:`.padEnd(8))} ${text}`;
    setTimeout(() => console.log(line), this.momentOf(seconds) + HELD_MS - Date.now());
  }

  /** What happens in the world, with the time of the people in the reports. */
  world({ at, inSeconds, says }: Step): void {
    this.#aheadSeconds = Math.max(0, inSeconds - this.seconds);
    this.line('world', `${ist(minutesOf(at))} (${at}Z). ${says}`);
  }

  /** Resolves when every line is out. */
  async done(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, HELD_MS));
  }

  /** Silence is told too, so that nobody wonders whether anything still runs. */
  quiet(untilNext: number): void {
    if (Date.now() - this.#spokeAt < QUIET_SECONDS * 1000) return;
    const next = untilNext > 0 ? `; the world goes on in ${Math.ceil(untilNext)} s` : '';
    this.line('…', `no request, no change${next}`);
  }

  /** A line of the summary. */
  sum(name: string, text: string): void {
    console.log(`  ${this.#paint(1, name.padEnd(12))} ${text}`);
  }

  /** Whether something expected was seen. */
  check(met: boolean, text: string): void {
    console.log(`  ${met ? this.#paint(32, 'ok   ') : this.#paint(31, 'NOT  ')} ${text}`);
  }

  #paint(code: number, text: string): string {
    return this.#colour ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
