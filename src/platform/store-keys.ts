/** Keys that the background writes and our pages follow. */
export const KEYS = {
  situation: 'situation',
  asked: 'asked',
  fallbacks: 'fallbacks',
  settings: 'settings',
} as const;
