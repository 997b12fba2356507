/** What each witness said, in the person's words. Decides nothing. */
import {
  type Evidence,
  known,
  type MissingReason,
  type Place,
  type SourceId,
  type WorldValue,
} from '../../core/evidence';
import { dnsGone, dnsHasAddresses, metaNamesGone, workedRecently } from '../../core/reading-of';
import { clock, countryName, numeral, pluralOf } from '../../i18n/numbers';
import { type MessageKey, word } from '../../i18n/words';

const key = (text: string) => text.replaceAll('-', '_') as MessageKey;

type Teller = (evidence: Evidence, now: number) => string;

const TELL: { readonly [S in SourceId]: Teller } = {
  page: (evidence, now) => {
    const page = known(evidence, 'page', now);
    return word(page?.symptom ? key(`evidence_page_${page.symptom}`) : 'evidence_page_fine');
  },
  'recent-success': (evidence, now) => {
    const recent = known(evidence, 'recent-success', now);
    if (recent === null || !workedRecently(evidence, now)) return word('evidence_recent_no');
    return word('evidence_recent_yes', clock(recent.lastGoodAt));
  },
  'this-device': (evidence, now) => {
    const device = known(evidence, 'this-device', now);
    if (device?.online === false) return word('evidence_device_offline');
    if (device?.portalLocked) return word('evidence_device_portal');
    return word(device?.google || device?.cloudflare ? 'evidence_device_fine' : 'evidence_device_dead');
  },
  'whatsapp-host': (evidence, now) => {
    const host = known(evidence, 'whatsapp-host', now);
    const told = host === null ? '' : word(hostKey(host.probe));
    return host?.statics === 'failed' ? `${told} ${word('evidence_statics_failed')}` : told;
  },
  dns: (evidence, now) => {
    if (dnsGone(evidence, now)) return word('evidence_dns_gone');
    return word(dnsHasAddresses(evidence, now) ? 'evidence_dns_found' : 'evidence_dns_mixed');
  },
  'meta-family': (evidence, now) => {
    const family = known(evidence, 'meta-family', now);
    return word(
      family?.facebook || family?.instagram ? 'evidence_family_reached' : 'evidence_family_unknown',
    );
  },
  'meta-status': (evidence, now) => {
    const meta = known(evidence, 'meta-status', now);
    switch (meta?.level) {
      case 'high':
      case 'medium':
        return word('evidence_meta_reports', meta.service ?? 'WhatsApp');
      case 'low':
        return word('evidence_meta_low', meta.service ?? 'WhatsApp');
      case 'resolved':
        return word('evidence_meta_resolved');
      case 'nothing':
        return word('evidence_meta_nothing');
      default:
        return word('evidence_meta_unreadable');
    }
  },
  world: (evidence, now) => {
    const world = known(evidence, 'world', now);
    return tellPlaces(world?.places ?? [], world?.type);
  },
  phone: (evidence, now) =>
    word(known(evidence, 'phone', now)?.works ? 'evidence_phone_works' : 'evidence_phone_fails'),
  crowd: (evidence, now) => {
    const crowd = known(evidence, 'crowd', now);
    if (!crowd?.accounts && !crowd?.stories) return word('evidence_crowd_quiet');
    return sentences(
      crowd.accounts && word(pluralOf('evidence_crowd_accounts', crowd.accounts), numeral(crowd.accounts)),
      crowd.stories && word(pluralOf('evidence_crowd_stories', crowd.stories), numeral(crowd.stories)),
    );
  },
  country: (evidence, now) => {
    const country = known(evidence, 'country', now);
    const tests = country?.tests;
    return sentences(
      country && word('evidence_country_asked', countryName(country.country)),
      country?.places.length && tellPlaces(country.places),
      country?.cutOff && word('evidence_country_cut_off'),
      tests?.all && word('evidence_country_tests', numeral(tests.odd), numeral(tests.all)),
    );
  },
};

function tellPlaces(places: readonly Place[], type: WorldValue['type'] = 'http'): string {
  const failing = numeral(places.filter((place) => !place.reachable).length);
  const sentence = type === 'dns' ? 'evidence_world_names' : 'evidence_world';
  return word(pluralOf(sentence, places.length), failing, numeral(places.length));
}

/** Those that are there, one after the other. */
function sentences(...parts: unknown[]): string {
  return parts.filter(Boolean).join(' ');
}

function hostKey(probe: { kind: string; status?: number; html?: string | null; cause?: string }): MessageKey {
  if (probe.kind === 'redirected') return 'evidence_host_redirected';
  if (probe.kind === 'failed') return key(`evidence_host_${probe.cause}`);
  if ((probe.status ?? 0) >= 500) return 'evidence_host_error';
  return probe.html ? 'evidence_host_page' : 'evidence_host_answers';
}

/** One sentence for this source. */
export function told(evidence: Evidence, source: SourceId, now: number): string {
  const reading = evidence[source];
  // Facebook's name is gone from the resolvers: nobody needs to ask the sites themselves.
  if (source === 'meta-family' && metaNamesGone(evidence, now)) return word('evidence_family_gone');
  if (reading === undefined) return word('missing_not_asked');
  if (reading.state === 'missing') return word(key(`missing_${reading.why satisfies MissingReason}`));
  // Too old to count, and no longer worth a sentence.
  return known(evidence, source, now) === null ? word('missing_stale') : TELL[source](evidence, now);
}
