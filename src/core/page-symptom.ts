/** What a page shows → what it is a symptom of. */
import type { Symptom } from './evidence';
import type { Trouble } from './page-health';

/** Every trouble a page may report; `page-health.ts` decides when. */
export const SYMPTOM_OF = {
  splash: 'app-not-starting',
  loading: 'loading-frozen',
  'qr-loading': 'cannot-connect',
  'main-lost': 'connection-lost',
  'cannot-connect': 'cannot-connect',
  'no-service': 'service-unavailable',
  'network-block': 'network-block',
  'reload-offered': 'page-crashed',
  'sends-stuck': 'sends-stuck',
  'sends-failing': 'sends-failing',
  foreign: 'page-unknown',
  unknown: 'page-unknown',
} as const satisfies Readonly<Record<Trouble, Symptom>>;
