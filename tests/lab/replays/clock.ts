import type { Step } from './replay.ts';

const DAY = 24 * 60;

/** India, where most of the reports these replays follow were written. */
const IST_MINUTES = 5 * 60 + 30;

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(at: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = at.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The world's clock at a real moment, in minutes: it passes evenly between two steps, and stands after the last. */
export function worldMinutes(steps: readonly Step[], seconds: number): number {
  return between(steps, seconds, 'inSeconds', 'at');
}

/** The real moment, in seconds since the start, at which the world's clock shows `at`. */
export function realSeconds(steps: readonly Step[], at: string): number {
  return between(steps, minutesOf(at), 'at', 'inSeconds');
}

function between(steps: readonly Step[], value: number, from: Scale, to: Scale): number {
  const next = steps.findIndex((step) => read(step, from) > value);
  const after = next === -1 ? steps.at(-1) : steps[next];
  const before = next === -1 ? after : steps[Math.max(0, next - 1)];
  if (after === undefined || before === undefined) return 0;
  const span = read(after, from) - read(before, from);
  const share = span === 0 ? 0 : (value - read(before, from)) / span;
  return read(before, to) + share * (read(after, to) - read(before, to));
}

type Scale = 'at' | 'inSeconds';

function read(step: Step, scale: Scale): number {
  return scale === 'at' ? minutesOf(step.at) : step.inSeconds;
}

/** `06:37Z`. */
export function utc(minutes: number): string {
  return `${clock(minutes)}Z`;
}

/** `12:07 IST`. */
export function ist(minutes: number): string {
  return `${clock(minutes + IST_MINUTES)} IST`;
}

function clock(minutes: number): string {
  // A timer may fire a moment early: the minute it was set for counts as reached.
  const inDay = (Math.floor(minutes + 0.1) + DAY) % DAY;
  return [Math.floor(inDay / 60), inDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
