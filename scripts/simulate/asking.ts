/**
 * One install's asking, as `background/ask.ts` does it, on virtual time: the same table, the same two steps, the same sharing.
 * Only the network is played.
 */
import { mostOf, type Row, rowOf } from '../../src/core/asking/hosts.ts';
import { isYoung, type Kept, withKept } from '../../src/core/asking/kept.ts';
import { begin, end, type Manners, NO_MANNERS } from '../../src/core/asking/manners.ts';
import { patience } from '../../src/core/asking/patience.ts';
import { type Ask, type AskOutcome, type AskRequest, DEADLINE } from '../../src/sources/ask.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import { type Caches, type Day, type Fate, fateOf, type Service, serviceOf } from './services.ts';
import { FIRST_MS, type Tally } from './tally.ts';

/** Virtual time begins on the day of the outage, in epoch ms; the outage itself at 0 of the clock. */
export const EPOCH = Date.UTC(2021, 9, 4, 15, 39);

const HOUR_MS = 60 * 60_000;
const addresses = new Map<string, { url: URL; row: Row | null }>();

/** Addresses and their rows are the same for everybody. */
function lookUp({ url, purpose }: AskRequest): { url: URL; row: Row | null } {
  const key = `${purpose} ${url}`;
  const known = addresses.get(key);
  if (known) return known;
  const address = new URL(url);
  const found = { url: address, row: rowOf(address, purpose, false) };
  addresses.set(key, found);
  return found;
}

export class Asking {
  #manners: Manners = NO_MANNERS;
  #kept: Record<string, Kept<AskOutcome>> = {};
  readonly #flights = new Map<string, Promise<AskOutcome>>();
  /** When others than WhatsApp were asked. */
  readonly #times: number[] = [];
  readonly #perService = new Map<Service, number>();
  readonly #patientUntil = new Map<string, number>();
  /** When each host answered last. */
  readonly #heard = new Map<string, number>();
  stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly caches: Caches,
    private readonly day: Day,
    private readonly tally: Tally,
    /** When the install met the trouble. */
    private readonly metAt: number,
  ) {}

  /** Asking for an occasion. */
  for(automatic: boolean): Ask {
    return (request) => this.#ask(request, automatic);
  }

  get asked(): number {
    return this.#times.length;
  }

  get inAnHour(): number {
    let most = 0;
    for (let from = 0, to = 0; to < this.#times.length; to++) {
      while ((this.#times[to] as number) - (this.#times[from] as number) >= HOUR_MS) from++;
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  async #ask(request: AskRequest, automatic: boolean): Promise<AskOutcome> {
    const { url, row } = lookUp(request);
    if (row === null) throw new Error(`asked outside the table: ${request.url}`);
    if (this.stopped) return failed('not-asked');
    const { method = 'GET', body = '', purpose } = request;
    const key = `${method} ${request.url} ${body}`;
    const flight = this.#flights.get(key);
    if (flight) return flight;
    const now = EPOCH + this.clock.now;
    const kept = this.#kept[key];
    if (kept && isYoung(kept, row.againMs, now)) return kept.outcome;
    const upTo = request.how === 'opaque' ? 0 : mostOf(row, request.maxBytes);
    const question = { row, host: url.host, purpose, automatic, method, body, upTo };
    const beginning = begin(this.#manners, question, now);
    if (beginning.why !== null) return failed(beginning.why);
    this.#manners = beginning.manners;
    this.#count(url.host, purpose !== 'whatsapp', beginning.count.requests);
    const asking = this.#send(request, url, method).then(({ outcome, fate, late }) => {
      const answered = fate.kind === 'answer' ? fate : null;
      const at = EPOCH + this.clock.now;
      const header = answered?.retryAfterS === undefined ? null : String(answered.retryAfterS);
      const notBefore = patience(header, at);
      if (answered !== null) this.#heard.set(url.host, at);
      beginning.count.bytes += request.how === 'opaque' ? 0 : (answered?.text.length ?? 0);
      const others = [...this.#heard].some(([host, heardAt]) => host !== url.host && heardAt >= now);
      const ending = { status: answered?.status ?? null, late: late && others, endless: false, notBefore };
      this.#manners = end(this.#manners, question, beginning.count, ending, at, this.random());
      if (notBefore !== null) this.#isAskedForPatience(url.host, notBefore);
      if (!late && row.againMs > 0) this.#kept = withKept(this.#kept, key, { at: now, outcome });
      this.#flights.delete(key);
      return this.stopped ? failed('not-asked') : outcome;
    });
    this.#flights.set(key, asking);
    return asking;
  }

  async #send(
    request: AskRequest,
    url: URL,
    method: string,
  ): Promise<{ outcome: AskOutcome; fate: Fate; late: boolean }> {
    const fate = fateOf(url, method, this.clock.now, this.caches, this.day, this.random);
    const late = fate.kind === 'silence' || fate.afterMs > request.deadlineMs;
    await this.clock.sleep(late ? request.deadlineMs : fate.afterMs);
    return { fate, late, outcome: late ? failed('unreachable', DEADLINE) : this.#outcome(request, fate) };
  }

  #outcome({ how }: AskRequest, fate: Exclude<Fate, { kind: 'silence' }>): AskOutcome {
    if (fate.kind === 'dead') return failed('unreachable', fate.name);
    if (how === 'opaque') return { kind: 'opaque' };
    const { status, text } = fate;
    return { kind: 'answer', status, contentType: 'application/json', dateAt: EPOCH + this.clock.now, text };
  }

  #count(host: string, counts: boolean, requests: number): void {
    const service = serviceOf(host);
    const second = Math.floor(this.clock.now / 1000);
    const line = this.tally.perSecond[service];
    if (second < line.length) line[second] = (line[second] as number) + requests;
    if (counts) for (let index = 0; index < requests; index++) this.#times.push(this.clock.now);
    if (this.clock.now - this.metAt < FIRST_MS) {
      const sum = (this.#perService.get(service) ?? 0) + requests;
      this.#perService.set(service, sum);
      this.tally.inFirst[service] += requests;
      this.tally.most[service] = Math.max(this.tally.most[service], sum);
    }
    if ((this.#patientUntil.get(host) ?? 0) > EPOCH + this.clock.now) this.tally.impatient++;
  }

  #isAskedForPatience(host: string, until: number): void {
    this.tally.patience++;
    this.#patientUntil.set(host, until);
  }
}

const failed = (
  why: 'unreachable' | 'not-asked' | 'spent' | 'refused' | 'no-permission' | 'unreadable',
  name: string | null = null,
): AskOutcome => ({
  kind: 'error',
  why,
  name,
});
