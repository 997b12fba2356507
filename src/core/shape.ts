/**
 * Values of unknown origin → values of a known shape. Each shape is a function that reads a value or throws; `safeParse` is
 * the one way in. A sixth of valibot's weight, with its names (`docs/adr/0014-shapes-of-our-own.md`).
 */

/** Reads a value; throws when it has another shape. */
export type Shape<T> = (value: unknown) => T;

declare const mayBeMissing: unique symbol;
/** A part that an object may lack. */
type Optional<T> = Shape<T | undefined> & { readonly [mayBeMissing]: true };

/** What a shape reads. */
export type InferOutput<S> = S extends Shape<infer T> ? T : never;

type Entries = Readonly<Record<string, Shape<unknown>>>;
type MissingKeys<E> = { [K in keyof E]: E[K] extends Optional<unknown> ? K : never }[keyof E];
type Flat<T> = { [K in keyof T]: T[K] };
type ObjectOf<E> = Flat<
  { -readonly [K in Exclude<keyof E, MissingKeys<E>>]: InferOutput<E[K]> } & {
    -readonly [K in MissingKeys<E>]?: InferOutput<E[K]>;
  }
>;

/** Never seen outside: `safeParse` catches it. */
const MISMATCH = new Error('another shape');

/** A shape of everything that passes the test. */
export function being<T>(test: (value: unknown) => unknown): Shape<T> {
  return (value) => {
    if (!test(value)) throw MISMATCH;
    return value as T;
  };
}

const aString = being<string>((value) => typeof value === 'string');
// NaN is no number of anything.
const aNumber = being<number>((value) => typeof value === 'number' && !Number.isNaN(value));
const aBoolean = being<boolean>((value) => typeof value === 'boolean');
const anything = being<unknown>(() => true);
const anObject = being<object>((value) => typeof value === 'object' && value);

export const string = (): Shape<string> => aString;
export const number = (): Shape<number> => aNumber;
export const boolean = (): Shape<boolean> => aBoolean;
export const unknown = (): Shape<unknown> => anything;

/** One of these values. */
export const picklist = <const T>(list: readonly T[]): Shape<T> =>
  being((value) => list.includes(value as T));

/** A string that the expression fits. */
export const matching = (expression: RegExp): Shape<string> =>
  being((value) => typeof value === 'string' && expression.test(value));

/** A number of at most this. */
export const atMost = (most: number): Shape<number> =>
  being((value) => typeof value === 'number' && value <= most);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value);

export function optional<T>(shape: Shape<T>): Optional<T>;
export function optional<T>(shape: Shape<T>, otherwise: T): Shape<T>;
export function optional<T>(shape: Shape<T>, otherwise?: T) {
  return (value: unknown) => (value === undefined ? otherwise : shape(value));
}

export const array =
  <T>(member: Shape<T>): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) throw MISMATCH;
    return value.map(member);
  };

/** Only the named parts are kept. */
export const object =
  <const E extends Entries>(entries: E): Shape<ObjectOf<E>> =>
  (value) => {
    const parts = anObject(value) as Record<string, unknown>;
    const read = Object.entries(entries).map(([name, shape]) => [name, shape(parts[name])] as const);
    return Object.fromEntries(read.filter(([, part]) => part !== undefined)) as ObjectOf<E>;
  };

/** An object whose names and parts all have one shape each. */
export const record =
  <K extends string, T>(name: Shape<K>, part: Shape<T>): Shape<Record<K, T>> =>
  (value) =>
    Object.fromEntries(Object.entries(anObject(value)).map(([key, one]) => [name(key), part(one)])) as Record<
      K,
      T
    >;

/** The value in this shape, if it has it. Never throws. */
export function safeParse<T>(
  shape: Shape<T>,
  value: unknown,
): { success: true; output: T } | { success: false } {
  try {
    return { success: true, output: shape(value) };
  } catch {
    return { success: false };
  }
}

/** The same shape for each of these names, as parts of an object. */
export function entriesFromList<K extends string, T>(
  names: readonly K[],
  part: Shape<T>,
): { readonly [N in K]: Shape<T> } {
  return Object.fromEntries(names.map((name) => [name, part])) as { [N in K]: Shape<T> };
}
