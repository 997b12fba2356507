/** Words too old, from the future, missing for a reason, or of a shape nobody can read: none of them is health or fault. */
import type { MissingReason, PageValue, SourceId, Values } from '../../../src/core/evidence';
import {
  answers,
  CONTROLS_DEAD,
  country,
  crowd,
  device,
  dns,
  documentFailed,
  fails,
  HOUR,
  MINUTE,
  meta,
  page,
  workedBefore,
  world,
} from '../../unit/witnesses';
import { moment, type RuleNumber, type Scenario, type Step } from '../scenario';

const UNSURE = ['unsure', '', ''] as const;
const GLOBAL = ['global', 'whatsapp-only', 'likely'] as const;
const AROUND = { 'whatsapp-host': answers(), 'this-device': device() };
const TIMED_OUT = { 'whatsapp-host': fails('timed-out'), 'this-device': device() };
const LOST = page('connection-lost');
const FAILED = documentFailed('timed-out');

type Aged = readonly [
  what: string,
  why: string,
  page: PageValue,
  /** Heard at first, and what still holds when it is asked again later. */
  hears: Partial<Values>,
  renewed: Partial<Values>,
  says: Step['says'],
  by: RuleNumber,
  afterMs: number,
  then?: readonly [Step['says'], RuleNumber],
];

const AGED: readonly Aged[] = [
  [
    'the resolvers’ word',
    'For 45 minutes it counts that the name was gone. After that it may be back.',
    FAILED,
    { ...TIMED_OUT, dns: dns('gone', { control: 'addresses' }) },
    TIMED_OUT,
    GLOBAL,
    '6',
    46 * MINUTE,
  ],
  [
    'the world’s word',
    'For 20 minutes a measurement counts. After that nobody knows what the world meets.',
    FAILED,
    { ...TIMED_OUT, world: world(12) },
    TIMED_OUT,
    GLOBAL,
    '8',
    21 * MINUTE,
  ],
  [
    'the world’s word against this network',
    'For 20 minutes it counts that the world reaches what fails here. After that it may be an outage.',
    FAILED,
    { ...TIMED_OUT, world: world(0) },
    TIMED_OUT,
    ['local', 'firewall', 'likely'],
    '9',
    21 * MINUTE,
  ],
  [
    'the country’s word',
    'For 20 minutes the country counts. After that only the world’s newer word is left.',
    FAILED,
    { ...TIMED_OUT, world: world(0), country: country(4) },
    { ...TIMED_OUT, world: world(0) },
    ['regional', '', 'likely'],
    '9b',
    21 * MINUTE,
    [['local', 'firewall', 'likely'], '9'],
  ],
  [
    'Meta’s word',
    'For 20 minutes since it was read Meta’s word counts, however young the outage is. After that it may be resolved.',
    LOST,
    { ...AROUND, 'meta-status': meta('high') },
    AROUND,
    GLOBAL,
    '10',
    21 * MINUTE,
  ],
  [
    'the phone’s word',
    'For ten minutes the person’s answer counts. After that the phone may work.',
    LOST,
    { ...AROUND, phone: { works: false } },
    AROUND,
    GLOBAL,
    '11',
    11 * MINUTE,
  ],
  [
    'our own probe’s word',
    'For 20 minutes it counts that the server fails. After that it may answer.',
    page('server-error', { status: 503 }),
    { 'whatsapp-host': answers(503), 'this-device': device() },
    { 'this-device': device() },
    GLOBAL,
    '12',
    21 * MINUTE,
  ],
  [
    'a sign-in network’s word',
    'For 45 minutes it counts that Firefox saw a portal. After that the person has long signed in.',
    FAILED,
    { ...TIMED_OUT, 'this-device': device({ portalLocked: true }) },
    { 'whatsapp-host': fails('timed-out') },
    ['captive-portal', '', 'likely'],
    '3',
    46 * MINUTE,
  ],
  [
    'Meta’s other products',
    'That Facebook is reached narrows the outage to WhatsApp for 45 minutes. After that nobody knows, and Meta’s own list of others is believed.',
    FAILED,
    {
      ...TIMED_OUT,
      'meta-family': { facebook: true, instagram: true },
      'meta-status': meta('high', { others: ['Messenger'] }),
    },
    { ...TIMED_OUT, 'meta-status': meta('high', { others: ['Messenger'] }) },
    GLOBAL,
    '10',
    46 * MINUTE,
    [['global', 'meta-wide', 'likely'], '10'],
  ],
];

/** The hour before, by a clock that was set back in between: of unknown age. */
const FUTURE: readonly (readonly [
  SourceId,
  PageValue,
  Partial<Values>,
  Partial<Values>,
  Step['says'],
  RuleNumber,
])[] = [
  ['dns', FAILED, { ...TIMED_OUT, dns: dns('gone', { control: 'addresses' }) }, TIMED_OUT, GLOBAL, '6'],
  ['meta-status', LOST, { ...AROUND, 'meta-status': meta('high') }, AROUND, GLOBAL, '10'],
  ['phone', LOST, { ...AROUND, phone: { works: false } }, AROUND, GLOBAL, '11'],
  ['country', FAILED, { ...TIMED_OUT, country: country(0) }, TIMED_OUT, ['local', 'firewall', 'likely'], '9'],
];

const REASONS: Readonly<Record<MissingReason, string>> = {
  'not-asked': 'was not asked',
  unreachable: 'does not answer',
  unreadable: 'answers something nobody can read',
  refused: 'refuses (429)',
  spent: 'was asked often enough this hour',
  'no-permission': 'may not be asked',
};

const ELSEWHERE = ['dns', 'meta-status', 'world', 'country', 'crowd', 'phone'] as const;

/** A stored reading whose value has another shape than we know. */
const MISSHAPEN = { as: 'of another version' } as never;

export const SITUATIONS: readonly Scenario[] = [
  ...AGED.map(
    ([what, why, shown, hears, renewed, says, by, afterMs, then = [UNSURE, '19']]): Scenario => ({
      name: `${what} grows old`,
      why,
      story: [
        { when: 'while it is fresh', page: shown, hears, says, by },
        { when: 'when it is old', afterMs, hears: renewed, says: then[0], by: then[1] },
      ],
    }),
  ),
  {
    name: 'the crowd’s word, and the good time before',
    why: 'People’s complaints lift a lost connection to likely for a quarter of an hour. That it worked minutes before the trouble stays true while the trouble lasts.',
    story: [
      {
        when: 'while both hold',
        page: LOST,
        hears: { ...AROUND, 'recent-success': workedBefore(MINUTE), crowd: crowd(9) },
        says: GLOBAL,
        by: '15',
      },
      {
        when: 'an hour later, still without a connection',
        afterMs: HOUR,
        hears: AROUND,
        says: ['global', 'whatsapp-only', 'possible'],
        by: '15',
      },
    ],
  },
  moment(
    'a good time from the future',
    LOST,
    { ...AROUND, 'recent-success': workedBefore(-HOUR) },
    UNSURE,
    '19',
    'By the clock the page worked an hour after its trouble began. The clock was set back, and nobody knows when it worked.',
    { never: ['global'] },
  ),
  ...FUTURE.map(
    ([source, shown, hears, renewed, says, by]): Scenario => ({
      name: `${source}: a word from the future`,
      why: 'The clock was set back by an hour after it was heard. Of a word from the future nobody knows how old it is.',
      story: [
        { when: 'before the clock changes', page: shown, hears, says, by },
        { when: 'after it', afterMs: -HOUR, hears: renewed, says: UNSURE, by: '19' },
      ],
    }),
  ),
  ...Object.entries(REASONS).map(([reason, is]) => {
    const why = reason as MissingReason;
    return moment(
      `everybody elsewhere ${is}`,
      LOST,
      AROUND,
      UNSURE,
      '19',
      `Each source elsewhere ${is}. That is neither health nor fault, and the lost connection is judged without them.`,
      {
        silent: Object.fromEntries(ELSEWHERE.map((source) => [source, why])),
        never: ['global', 'local', 'offline', 'working'],
      },
    );
  }),
  moment(
    'a web page for WhatsApp’s probe, and Meta’s host unreachable',
    documentFailed('reset'),
    { 'whatsapp-host': answers(200, 'a-page'), 'this-device': device() },
    UNSURE,
    '19',
    'A web page where data belongs may be a sign-in network’s, and Meta’s host, which would tell, gives nothing. What is missing must not make it work.',
    { silent: { 'meta-status': 'unreachable' }, never: ['working', 'captive-portal'] },
  ),
  moment(
    'a page we do not know, and WhatsApp’s host may not be asked',
    page('page-unknown'),
    {},
    UNSURE,
    '19',
    'No mark that we know is in the page, and our probe was not allowed. Asked and unanswered is not the same as fine.',
    { silent: { 'whatsapp-host': 'no-permission' } },
  ),
  moment(
    'dead controls, and the resolvers were not asked any more',
    FAILED,
    { 'whatsapp-host': fails('timed-out'), 'this-device': CONTROLS_DEAD },
    UNSURE,
    '19',
    'Nothing that was asked has answered, and the resolvers were not asked because the hour is spent. Offline is concluded from silence, not from our own.',
    { silent: { dns: 'spent', 'meta-status': 'unreachable' }, never: ['offline'] },
  ),
  ...(
    [
      ['whatsapp-host', LOST, { 'this-device': device(), 'recent-success': workedBefore(MINUTE) }],
      ['dns', FAILED, TIMED_OUT],
      ['meta-status', LOST, AROUND],
      ['world', FAILED, TIMED_OUT],
      ['country', FAILED, TIMED_OUT],
      ['this-device', LOST, { 'whatsapp-host': answers() }],
    ] as const
  ).map(([source, shown, hears]) =>
    moment(
      `${source}: a stored reading of another shape`,
      shown,
      { ...hears, [source]: MISSHAPEN },
      UNSURE,
      '19',
      'A stored value is of a shape that nobody can read. Rules that stumble over it cannot tell, which is kept, and the others are asked.',
      { never: ['global', 'local', 'offline', 'working'] },
    ),
  ),
  moment(
    'crowd: a stored reading of another shape',
    LOST,
    { ...AROUND, 'recent-success': workedBefore(MINUTE), crowd: MISSHAPEN },
    ['global', 'whatsapp-only', 'possible'],
    '15',
    'What cannot be read of the crowd says nothing. No rule needs it, so none stumbles.',
  ),
  ...(
    [
      ['one of them answers nothing', ['gone', 'unreachable'], 'addresses'],
      ['both filter the name', 'filtered', 'addresses'],
      ['both have the name and no address', 'no-data', 'addresses'],
      ['one of them lost the control name too', 'gone', ['gone', 'addresses']],
      ['the control name was not asked', 'gone', undefined],
    ] as const
  ).map(([how, whatsapp, control]) =>
    moment(
      `the resolvers elsewhere: ${how}`,
      documentFailed('name-not-resolved'),
      {
        'whatsapp-host': fails('name-not-resolved'),
        'this-device': device(),
        dns: dns(whatsapp, control === undefined ? {} : { control }),
      },
      UNSURE,
      '19',
      'Two resolvers that agree, and a control name that both find, are a witness. Anything less is none.',
      { never: ['global', 'local'] },
    ),
  ),
  moment(
    'the resolvers elsewhere answer from memory',
    documentFailed('name-not-resolved'),
    {
      'whatsapp-host': fails('name-not-resolved'),
      'this-device': device(),
      dns: dns('stale', { control: 'addresses' }),
    },
    GLOBAL,
    '6',
    'Both resolvers give an old answer and say so (EDE 3): they cannot reach WhatsApp’s own name servers. That is a name gone, for now.',
  ),
  ...(
    [
      ['a web page', 'text/html', '<html>metastatus</html>'],
      ['no text at all', 'application/json', ''],
      ['another shape', 'application/json', '{"indicator":"major"}'],
      [
        'nothing about WhatsApp',
        'application/json',
        '[{"id":"ads-manager","name":"Ads Manager","services":[]}]',
      ],
      ['a word we do not know', 'application/json', metaSays('Critical disruptions', '2026-11-21T15:30:00Z')],
      ['“Resolved”', 'application/json', metaSays('Resolved', '2026-11-21T15:30:00Z')],
      ['an outage of yesterday', 'application/json', metaSays('High disruptions', '2026-11-20T15:30:00Z')],
      ['an outage of tomorrow', 'application/json', metaSays('High disruptions', '2026-11-22T15:30:00Z')],
      ['an outage without a time', 'application/json', metaSays('High disruptions', null)],
      ['an outage at no time', 'application/json', metaSays('High disruptions', 'just now')],
    ] as const
  ).map(([what, contentType, text]) =>
    moment(
      `Meta’s status: ${what}`,
      LOST,
      AROUND,
      UNSURE,
      '19',
      `Meta’s status page answered, and gave ${what}. Only its five words count, Medium and High for twelve hours by its own clock; everything else claims nothing.`,
      {
        metaAnswers: { kind: 'answer', status: 200, contentType, dateAt: Date.UTC(2026, 10, 21, 16), text },
        never: ['global', 'working'],
      },
    ),
  ),
  moment(
    'Meta’s status: an outage by its own clock',
    LOST,
    AROUND,
    GLOBAL,
    '10',
    'By this computer’s clock the outage is eight hours in the future. By the answer’s own date it began half an hour before, and that is what counts.',
    {
      metaAnswers: {
        kind: 'answer',
        status: 200,
        contentType: 'application/json',
        dateAt: Date.UTC(2026, 10, 22),
        text: metaSays('High disruptions', '2026-11-21T23:30:00Z'),
      },
    },
  ),
  ...(
    [
      ['refuses with 429', 429],
      ['fails with 500', 500],
    ] as const
  ).map(([what, status]) =>
    moment(
      `Meta’s status ${what}`,
      LOST,
      AROUND,
      UNSURE,
      '19',
      `Meta’s status page ${what}. It went down together with the service once (2021-04-08), and that too is no evidence by itself.`,
      {
        metaAnswers: { kind: 'answer', status, contentType: 'text/plain', dateAt: null, text: '' },
        never: ['global', 'working'],
      },
    ),
  ),
];

function metaSays(status: string, time: string | null): string {
  const service = { name: 'Cloud API', status, time };
  return JSON.stringify([
    { id: 'whatsapp-business-api', name: 'WhatsApp Business Platform', services: [service] },
  ]);
}
