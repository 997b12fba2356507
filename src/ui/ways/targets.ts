/** The ways the person chose, with all that can be asked about each. */
import { APPS } from '../../catalogue/apps';
import { FIRST_WAYS } from '../../catalogue/first-ways';
import type { Settings } from '../../core/settings';
import type { Way } from '../../core/ways';
import type { StatusPage } from '../../sources/status/fetch-status';

export interface Target extends Way {
  probe: string | null;
  /** `own` is a page the person added: without their permission it says so, where others are just not asked. */
  status: (StatusPage & { open: boolean; own: boolean }) | null;
}

/** In the person's order; the status pages they added come last. */
export function targetsOf({ ways, pages }: Pick<Settings, 'ways' | 'pages'>): readonly Target[] {
  const ids = ways ?? FIRST_WAYS.map(({ id }) => id);
  const apps = ids.flatMap((id) => APPS.filter((app) => app.id === id));
  const own = pages
    // Added to let us read it: its app says what it says.
    .filter(({ url }) => !apps.some(({ status }) => status?.url === url))
    .map(({ url, format, name }): Target => {
      const known = APPS.find(({ status }) => status?.url === url)?.status;
      const status = { url, format, product: known?.product, open: false, own: true };
      return { id: url, name, href: known?.page ?? originOf(url), probe: null, status };
    });
  return [
    ...apps.map(({ id, name, href, probe, status }): Target => {
      return { id, name, href, probe, status: status && { ...status, own: false } };
    }),
    ...own,
  ];
}

/** `https://status.example.com/api/v2/summary.json` → `https://status.example.com/`. */
function originOf(url: string): string {
  return `${url.split('/', 3).join('/')}/`;
}
