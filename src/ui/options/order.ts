/** The person's list of other ways, one step at a time. Pure. */

/** `id` moved by `by` places, within the list. */
export function moved(list: readonly string[], id: string, by: 1 | -1): string[] {
  const from = list.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, id);
}

/** Offered, at the end; or no longer. */
export function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
}
