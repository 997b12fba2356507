/** docs/error-names.md from its data. */
import { NET_CAUSES } from '../../src/core/evidence.ts';
import { ERROR_NAMES, LISTS, SENTENCES } from '../../tests/unit/core/error-names.ts';
import { table } from './table.ts';

const MEANS: Readonly<Record<string, string>> = {
  aborted: 'nothing failed: the person, a redirect or another navigation ended the load; ignored',
  suspended: 'the computer slept; nobody is accused, and it is tried again',
  'network-changed': 'another network; nobody is accused, and it is tried again',
  disconnected: 'no network: `offline`, when our own probe meets it',
  'name-not-resolved': '`local` (dns), when resolvers elsewhere have the name',
  refused: 'somebody on the way, or WhatsApp, says no; others elsewhere tell which',
  reset: 'somebody on the way, or WhatsApp, cuts it; others elsewhere tell which',
  'timed-out': 'nobody answers; others elsewhere tell whose side',
  certificate: 'somebody else’s certificate: `local` (tls), or a sign-in network',
  'certificate-date': 'a wrong clock, or WhatsApp’s own mistake; accuses nobody',
  proxy: '`local` (proxy), when our own probe meets it',
  blocked: '`local` (blocked): the browser itself says so',
  protocol: 'something answers, and not as it should',
  unknown: 'any other name, known or not; accuses nobody',
};

/** docs/error-names.md, whole. */
export function errorNamesDocument(): string {
  return `${[
    '# Names of network errors',
    'Made from `tests/unit/core/error-names.ts` by `npm run docs`; do not edit.',
    'What the browser calls an error of the document, of a WebSocket handshake or of our own requests, and what we take it ' +
      'for (`src/core/net-error.ts`). All three come from `webRequest.onErrorOccurred`, with the same names. A name that is ' +
      'not here means `unknown`: it is shown as it is, and nothing is concluded from it.',
    table(
      ['Cause', 'What follows'],
      ['aborted', ...NET_CAUSES].map((cause) => [`\`${cause}\``, MEANS[cause] ?? '']),
    ),
    '## Names',
    `Chrome: ${LISTS.chrome}. Firefox: ${LISTS.firefox}.`,
    table(
      ['Name', 'Cause', 'What the browser says', 'Source'],
      ERROR_NAMES.map(({ name, means, says, source }) => [`\`${name}\``, `\`${means}\``, says, source]),
    ),
    'Any other name that begins with `net::ERR_PROXY_` or `NS_ERROR_PROXY_` is the proxy’s too.',
    '## Sentences',
    `Firefox (${LISTS.sentences}), in the browser’s own language. What can be read is told apart; any other sentence means ` +
      'that the secure connection was not set up.',
    table(
      ['Sentence', 'Cause'],
      SENTENCES.map(([sentence, means]) => [sentence, `\`${means}\``]),
    ),
  ].join('\n\n')}\n`;
}
