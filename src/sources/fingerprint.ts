import { hash } from '../core/hash';

/** A short fingerprint of a page, to tell whether two hosts sent the very same one. */
export function fingerprint(text: string): string {
  return `${text.length}:${hash(text).toString(16)}`;
}
