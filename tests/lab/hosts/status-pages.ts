import * as pages from '../../fixtures/status-pages.ts';
import { type Exchange, send, sendJson } from '../exchange.ts';
import { simplePage } from '../pages/simple.ts';
import type { Host } from './host.ts';

type Serve = (trouble: boolean, now: number) => unknown;

const trouble = (now: number, host: string) => ({
  ...pages.indicator('major', 'Partial System Outage'),
  incidents: [pages.incident(now, { name: `Messages are failing (${host})` })],
});
const statuspage =
  (host: string): Serve =>
  (bad, now) =>
    pages.statuspage(bad ? trouble(now, host) : {});
const item = (now: number) => ({
  title: 'Chat is down',
  at: now - 60_000,
  prose: pages.update('Identified'),
});

/** What each host sends, and under which path; all its other paths are pages for people, with status 200. */
const PAGES: readonly { name: string; path: string; serve: Serve; openToAll?: true }[] = [
  {
    name: 'discordstatus.com',
    path: '/api/v2/summary.json',
    serve: statuspage('discordstatus.com'),
    openToAll: true,
  },
  {
    name: 'www.zoomstatus.com',
    path: '/api/v2/summary.json',
    serve: statuspage('www.zoomstatus.com'),
    openToAll: true,
  },
  {
    name: 'status.matrix.org',
    path: '/api/v2/summary.json',
    serve: statuspage('status.matrix.org'),
    openToAll: true,
  },
  {
    name: 'slack-status.com',
    path: '/api/v2.0.0/current',
    serve: (bad) =>
      pages.slack(
        bad ? { status: 'active', active_incidents: [pages.slackIncident({ type: 'outage' })] } : {},
      ),
    openToAll: true,
  },
  {
    name: 'www.google.com',
    path: '/appsstatus/dashboard/incidents.json',
    serve: (bad, now) => [
      pages.googleIncident(now - 600_000, bad ? { end: null } : {}),
      ...Array.from({ length: 99 }, (_, days) => pages.googleIncident(now - (days + 1) * 86_400_000)),
    ],
  },
  {
    name: 'www.apple.com',
    path: '/support/systemstatus/data/system_status_en_US.js',
    serve: (bad, now) => pages.apple(bad ? [pages.appleEvent(now)] : []),
  },
  {
    name: 'status.cloud.microsoft',
    path: '/api/posts/m365Consumer',
    serve: (bad) => (bad ? pages.microsoft('Service degradation', 'Chats do not arrive') : pages.microsoft()),
  },
  {
    name: 'status.signal.org',
    path: '/',
    serve: (bad) =>
      pages.signalPage(bad ? 'Signal is experiencing technical difficulties.' : 'Signal is up and running.'),
  },
  // Pages a person may add: one of each kind.
  { name: 'status.example.com', path: '/api/v2/summary.json', serve: statuspage('status.example.com') },
  {
    name: 'instatus.example.com',
    path: '/summary.json',
    serve: (bad) => pages.instatus(bad ? { page: { name: 'Example', status: 'HASISSUES' } } : {}),
  },
  {
    name: 'betterstack.example.com',
    path: '/index.json',
    serve: (bad, now) => pages.betterStack(bad ? 'downtime' : 'operational', bad ? [pages.report(now)] : []),
  },
  { name: 'cachet.example.com', path: '/api/v1/components', serve: (bad) => pages.cachet([bad ? 4 : 1]) },
  {
    name: 'feed.example.com',
    path: '/history.atom',
    serve: (bad, now) => pages.atom(bad ? [item(now)] : []),
  },
  { name: 'api.status.io', path: '/1.0/status/lab', serve: (bad) => pages.statusIo(bad ? 500 : 100) },
];

/** Status pages of other apps, and of the person's own company. */
export const statusPages: readonly Host[] = PAGES.map(({ name, path, serve, openToAll = false }) => ({
  names: [name],
  openToAll,
  behaviour: ({ statusPages: { [name]: says = 'healthy' } }) =>
    says === 'trouble' || says === 'html' ? 'healthy' : says,
  serve: (exchange: Exchange) => {
    const says = exchange.world.statusPages[name];
    if (exchange.url.pathname !== path || says === 'html')
      return send(exchange, 200, 'text/html; charset=utf-8', simplePage(name));
    const body = serve(says === 'trouble', Date.now());
    if (typeof body !== 'string') return sendJson(exchange, 200, body);
    return send(exchange, 200, body.startsWith('<!') ? 'text/html' : 'application/xml', body);
  },
}));
