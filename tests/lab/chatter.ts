/**
 * Hosts browsers call on their own account. They get no answer and no place in the journal, so that
 * `lab.requests` holds only what pages and the extension asked for.
 */
const CHATTER = [
  'accounts.google.com',
  'android.clients.google.com',
  'clientservices.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'safebrowsing.googleapis.com',
  'safebrowsingohttpgateway.googleapis.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
  'redirector.gvt1.com',
  'detectportal.firefox.com',
  'location.services.mozilla.com',
];
const CHATTER_ZONES = ['.mozilla.com', '.mozilla.org', '.mozilla.net', '.mozgcp.net', '.firefox.com'];

/** Whether a browser talks to itself here. */
export function isChatter(host: string): boolean {
  if (/^clients\d*\.google\.com$/.test(host)) return true;
  return CHATTER.includes(host) || CHATTER_ZONES.some((zone) => host.endsWith(zone));
}
