/** Keys that the background writes in `storage.session` and our pages follow; and the person's settings, on disk. */
export const KEYS = {
  situation: 'situation',
  asked: 'asked',
  fallbacks: 'fallbacks',
  settings: 'settings',
} as const;

/** Keys on disk that the background alone writes: the trouble that lasts or the last one, and those before it. */
export const TROUBLE = 'trouble';
export const RECORDS = 'records';

/** On disk, written by the report alone: troubles that came from a file. */
export const IMPORTED = 'imported';

/** In `storage.session`: the trouble, where the disk would not take it. */
export const UNSAVED = 'unsaved';

/** On disk: the list of keys under which what we could not read is put by; pages of ours say so. */
export const ASIDE = 'set-aside';
