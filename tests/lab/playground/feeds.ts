import type { WorldPatch } from '../change-world.ts';
import type { DnsSays, HostBehaviour, MetaStatusWorld, StatusPageSays } from '../world.ts';
import type { Group } from './states.ts';

const group = (title: string, choices: Record<string, WorldPatch>): Group => ({
  title,
  choices: Object.entries(choices).map(([label, patch]) => ({ label, patch })),
});

const site = (document: HostBehaviour, statusJson = document, statics = document): WorldPatch => ({
  whatsapp: { document, statusJson, statics },
});

const META = ['web.whatsapp.com', 'static.whatsapp.net', 'www.facebook.com', 'www.instagram.com'];
const names = (says: DnsSays, lost = META.slice(0, 2)): WorldPatch => ({
  dns: {
    cloudflare: 'healthy',
    google: 'healthy',
    names: Object.fromEntries(lost.map((name) => [name, says])),
  },
});

const meta = (
  services: MetaStatusWorld['services'],
  host: MetaStatusWorld['host'] = 'healthy',
): WorldPatch => ({
  metaStatus: { host, services },
});
const cloud = (word: string): WorldPatch => meta({ 'whatsapp-business-api': { 'Cloud API': word } });

const family = (how: HostBehaviour): WorldPatch => ({
  metaFamily: { facebook: how, instagram: how, messenger: how },
});
const apps = (how: HostBehaviour): WorldPatch => ({
  hosts: { 'web.telegram.org': how, 'signal.org': how },
});

const statusPages = (says: StatusPageSays): WorldPatch => ({
  statusPages: Object.fromEntries(
    ['discordstatus.com', 'slack-status.com', 'status.example.com'].map((host) => [host, says]),
  ),
});

/** Everything but the page itself. */
export const FEEDS: Group[] = [
  group('Live connection', {
    accepted: { whatsapp: { socket: 'accept' } },
    'refused with 503': { whatsapp: { socket: 'refuse' } },
    'never answered': { whatsapp: { socket: 'hang' } },
    'open and silent': { whatsapp: { socket: 'silent' } },
    cut: { whatsapp: { socket: 'dead' } },
  }),
  group('WhatsApp’s servers', {
    healthy: site('healthy'),
    'answer 503': site(503),
    cut: site('dead'),
    hang: site('hang'),
    'all but the scripts': site('healthy', 'healthy', 'dead'),
    'a page, but no status.json': site('healthy', 'dead', 'healthy'),
  }),
  group('This network', {
    open: { portal: false, allDead: false },
    'wants a sign-in (redirect)': { portal: 'redirect', allDead: false },
    'wants a sign-in (page)': { portal: 'html', allDead: false },
    'cable out': { portal: false, allDead: true },
  }),
  group('This computer’s own lookups (Firefox only)', {
    'find WhatsApp': { localDns: { unresolvable: [] } },
    'do not find it': { localDns: { unresolvable: META.slice(0, 2) } },
  }),
  group('Connectivity checks', {
    healthy: { controls: { gstatic: 'healthy', cloudflare: 'healthy' } },
    'one is cut': { controls: { gstatic: 'dead', cloudflare: 'healthy' } },
    'both are cut': { controls: { gstatic: 'dead', cloudflare: 'dead' } },
    'both hang': { controls: { gstatic: 'hang', cloudflare: 'hang' } },
  }),
  group('Lookups elsewhere', {
    'find everything': names('ok', []),
    'WhatsApp: SERVFAIL': names('servfail'),
    'WhatsApp: NXDOMAIN': names('nxdomain'),
    'WhatsApp: filtered': names('filtered'),
    'all of Meta: SERVFAIL': names('servfail', META),
    'the two disagree': names({ cloudflare: 'servfail', google: 'ok' }),
    'both resolvers are cut': { dns: { cloudflare: 'dead', google: 'dead', names: {} } },
  }),
  group('Meta’s status page', {
    'no known issues': meta({}),
    'High disruptions': cloud('High disruptions'),
    'Medium disruptions': cloud('Medium disruptions'),
    'Low disruptions': cloud('Low disruptions'),
    Resolved: cloud('Resolved'),
    'an unknown word': cloud('Some turbulence'),
    'a web page instead': meta({}, 'html'),
    garbage: meta({}, 'garbage'),
    cut: meta({}, 'dead'),
    hangs: meta({}, 'hang'),
  }),
  group('Facebook, Instagram, Messenger', {
    healthy: family('healthy'),
    'answer 500': family(500),
    cut: family('dead'),
  }),
  group('Other countries (Globalping)', {
    'all reach it': { globalping: { host: 'healthy', world: 'all-ok' } },
    'none finds its name': { globalping: { host: 'healthy', world: 'all-fail-dns' } },
    'none reaches it': { globalping: { host: 'healthy', world: 'all-fail-target' } },
    'all get 503': { globalping: { host: 'healthy', world: 'all-5xx' } },
    'two of six fail': { globalping: { host: 'healthy', world: { failing: 2, of: 6 } } },
    'never finishes': { globalping: { host: 'healthy', world: 'never-finishes' } },
    'rate limited': { globalping: { host: 'healthy', world: 'rate-limited' } },
    cut: { globalping: { host: 'dead', world: 'all-ok' } },
  }),
  group('Telegram and Signal', { healthy: apps('healthy'), cut: apps('dead') }),
  group('Status pages of Discord, Slack and status.example.com', {
    healthy: statusPages('healthy'),
    'report trouble': statusPages('trouble'),
    'a web page instead': statusPages('html'),
    garbage: statusPages('garbage'),
    cut: statusPages('dead'),
  }),
  group('Every answer comes', { 'at once': { latencyMs: 0 }, 'after 2 s': { latencyMs: 2000 } }),
];
