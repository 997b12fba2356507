/** Keys that the background writes and our pages follow. */
export const KEYS = {
  situation: 'situation',
  asked: 'asked',
  fallbacks: 'fallbacks',
  settings: 'settings',
} as const;

/** Per fallback app: could its web host be reached, and when was it tried (epoch ms). */
export type FallbackStates = Record<string, { reachable: boolean; at: number }>;
