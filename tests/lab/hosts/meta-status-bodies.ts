import type { MetaStatusWorld } from '../world.ts';

/** A product on metastatus.com and its services. */
export interface Org {
  id: string;
  name: string;
  services: { id: number; name: string }[];
}

/** The products the fake page lists. */
export const ORGS: Org[] = [
  { id: 'ads-manager', name: 'Ads Manager', services: [{ id: 20, name: 'Ads Delivery' }] },
  { id: 'messenger', name: 'Messenger Platform', services: [{ id: 30, name: 'Messenger Platform' }] },
  { id: 'facebook-login', name: 'Facebook Login', services: [{ id: 40, name: 'Facebook Login' }] },
  { id: 'graph-api', name: 'Graph API', services: [{ id: 3, name: 'Platform Status' }] },
  {
    id: 'whatsapp-business-api',
    name: 'WhatsApp Business Platform',
    services: [
      { id: 4, name: 'Cloud API' },
      { id: 6, name: 'Cloud API - Calling' },
      { id: 7, name: 'Flows' },
      { id: 1, name: 'WhatsApp Business Account Management' },
      { id: 8, name: 'Marketing Messages API' },
    ],
  },
];

const FINE = 'No known issues';

/** Body of `/data/orgs.json`. */
export function orgsJson(world: MetaStatusWorld): unknown {
  return ORGS.map((org) => ({
    id: org.id,
    name: org.name,
    services: org.services.map(({ id, name }) => ({
      id,
      name,
      status: statusOf(world, org, name),
      ...(world.since === null ? {} : { time: world.since }),
    })),
    rss_file_paths: [feedName(org)],
  }));
}

/** Body of `/data/outages/<org>.json`: what is open now. */
export function openOutages(world: MetaStatusWorld, org: Org): unknown {
  return troubled(world, org).map(({ id, status }) => ({
    id: `lab-${org.id}-${id}`,
    service_id: id,
    status,
    ...(world.since === null ? {} : { time: world.since }),
    posts: [
      { status, description: world.description, ...(world.since === null ? {} : { time: world.since }) },
    ],
  }));
}

/** Body of `/outage-events-feed-<org>.rss`: items only while something is open. */
export function feedOf(world: MetaStatusWorld, org: Org): string {
  const page = `https://metastatus.com/${org.id}`;
  const date = world.since === null ? '' : `<pubDate>${new Date(world.since).toUTCString()}</pubDate>\n`;
  const items = troubled(world, org).map(
    ({ id, name, status }) => `<item>
<title>[${escapeXml(status)}]: ${escapeXml(name)}</title>
<link>${page}</link>
<guid isPermaLink="false">lab-${org.id}-${id}</guid>
${date}<description>${escapeXml(world.description)}</description>
</item>
`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
<title>${org.name} Status</title><link>${page}</link>
<atom:link href="https://metastatus.com/${feedName(org)}" rel="self" type="application/rss+xml"/>
<description>Status updates for ${org.name}</description>
<lastBuildDate>Fri, 15 Aug 2025 18:51:55 GMT</lastBuildDate>
${items.join('')}</channel></rss>
`;
}

function troubled(world: MetaStatusWorld, org: Org): { id: number; name: string; status: string }[] {
  return org.services
    .map(({ id, name }) => ({ id, name, status: statusOf(world, org, name) }))
    .filter(({ status }) => status !== FINE);
}

function statusOf(world: MetaStatusWorld, org: Org, service: string): string {
  return world.services[org.id]?.[service] ?? FINE;
}

function feedName(org: Org): string {
  return `outage-events-feed-${org.id}.rss`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
