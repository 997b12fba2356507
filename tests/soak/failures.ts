/** One real failure of each kind: how the servers fail, what the person does, and how soon it has to be noticed. */
import type { Day } from './day';
import type { SocketAnswer } from './internet';
import { MINUTE, SECOND } from './times';

export interface Failure {
  /** Visible time from when it shows until a notice is due, in ms: the design's own, without any margin. */
  dueMs: number;
  /** The document itself fails: there is no page that could look. */
  atDocument?: true;
  /** Only pages of the design system show it in a way that is known. */
  needsDesign?: true;
  /** The chats were there: a healthy page is looked at every 15 s only. */
  fromChats?: true;
  /** The side that may not be told; WhatsApp's own failures are never the person's. */
  never?: 'theirs' | 'none';
  /** Servers begin to fail, and the person meets it. */
  begin(day: Day): Promise<void> | void;
  /** It can be seen now. */
  shows(day: Day): boolean;
  /** What people do again and again while it fails. */
  again?(day: Day): Promise<void>;
  /** After the servers are well again; a page that does not come back by itself is loaded anew. */
  recover?(day: Day): Promise<void> | void;
}

const refusals = ['refused', 'reset', 503] as const satisfies readonly SocketAnswer[];

/** Sockets fail over a page with chats. */
function lose(day: Day, socket: SocketAnswer): void {
  day.internet.socket = socket;
  if (day.internet.socket5222 !== 'hang') day.internet.socket5222 = 'same';
  // Its own host may be gone as well: then WhatsApp says "computer not connected".
  if (socket !== 'silent' && day.random.chance(0.3)) day.internet.statusJson = 'refused';
  day.changed(15 * SECOND);
}

const showsLoss = (day: Day) =>
  day.client?.screen.banner === 'retry' || day.client?.screen.banner === 'offline';

/** Sends `count` messages within a minute, after some time in the chat: whoever sends has first to write. */
async function send(day: Day, count: number): Promise<void> {
  day.client?.chat.open();
  await day.pass(day.random.between(16 * SECOND, 60 * SECOND));
  for (let sent = 0; sent < count; sent++) {
    day.client?.chat.send();
    await day.pass(day.random.between(SECOND, 12 * SECOND));
  }
}

const ALL = {
  documentFails: {
    dueMs: 10 * SECOND,
    atDocument: true,
    begin: (day) => {
      const answer = day.random.pick(['refused', 'reset', 'no-name', 'timed-out'] as const);
      day.internet.document = answer;
      day.internet.statusJson = answer;
      if (answer === 'no-name') day.internet.names = 'gone';
      day.tab.load();
    },
    shows: (day) => day.tab.page === null,
  },
  documentHangs: {
    // Ten seconds, and then up to three probes that hang for five each, three apart.
    dueMs: 32 * SECOND,
    atDocument: true,
    begin: (day) => {
      day.internet.document = 'hang';
      day.internet.statusJson = 'hang';
      // The old page stays until there is a new one: were its chats alive, there would be nothing to say.
      lose(day, 'hang');
      day.tab.load();
    },
    shows: () => true,
  },
  documentErrs: {
    dueMs: 10 * SECOND,
    atDocument: true,
    begin: (day) => {
      day.internet.document = day.random.pick([500, 502, 503]);
      day.internet.statusJson = day.random.pick([503, 503, 'ok'] as const);
      day.tab.load();
    },
    shows: (day) => (day.tab.page?.status ?? 0) >= 500,
  },
  appNeverStarts: {
    dueMs: 50 * SECOND,
    begin: (day) => {
      day.internet.app = 'never-starts';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'splash',
  },
  scriptsFail: {
    dueMs: 20 * SECOND,
    // Names of hosts that fail here and exist elsewhere are taken for blocked: rule 13 says "possible".
    never: 'none',
    begin: (day) => {
      day.byWorker = false;
      day.internet.statics = day.random.pick(['refused', 'reset', 503] as const);
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'splash',
  },
  loadingFrozen: {
    dueMs: 120 * SECOND,
    begin: (day) => {
      day.internet.app = 'loading-frozen';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'loading' && day.client.line.up,
  },
  cannotConnect: {
    dueMs: 20 * SECOND,
    begin: (day) => {
      day.internet.socket = day.random.pick([...refusals, 'hang', 'silent']);
      day.internet.socket5222 = 'same';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'cannot-connect',
    // It comes back by itself.
    recover: () => undefined,
  },
  coldOffline: {
    dueMs: 10 * SECOND,
    begin: (day) => {
      day.internet.socket = 'refused';
      day.internet.socket5222 = 'same';
      day.internet.statusJson = 'refused';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'offline',
    recover: () => undefined,
  },
  serviceUnavailable: {
    dueMs: 10 * SECOND,
    fromChats: true,
    begin: (day) => {
      day.internet.app = 'service-unavailable';
      day.internet.statusJson = day.random.pick([503, 'ok'] as const);
      if (day.random.chance(0.5)) day.client?.cover('service-unavailable');
      else day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'service-unavailable',
  },
  networkBlock: {
    dueMs: 10 * SECOND,
    never: 'theirs',
    begin: (day) => {
      day.internet.app = 'network-block';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'network-block',
  },
  codeNeverComes: {
    // Sockets that hang are known to only after ten seconds.
    dueMs: 55 * SECOND,
    begin: (day) => {
      day.account.linked = false;
      day.internet.socket = day.random.pick([...refusals, 'hang']);
      day.internet.socket5222 = 'same';
      day.tab.load();
    },
    shows: (day) => day.client?.screen.shown === 'qr-loading',
    recover: async (day) => {
      await day.until(() => day.client?.screen.shown === 'qr', MINUTE);
      day.client?.scan();
    },
  },
  lostRefused: {
    dueMs: 22 * SECOND,
    fromChats: true,
    begin: (day) => lose(day, day.random.pick(refusals)),
    shows: showsLoss,
    recover: () => undefined,
  },
  lostHanging: {
    dueMs: 22 * SECOND,
    fromChats: true,
    begin: (day) => lose(day, 'hang'),
    shows: showsLoss,
    recover: () => undefined,
  },
  lostSilent: {
    dueMs: 90 * SECOND,
    fromChats: true,
    begin: (day) => lose(day, 'silent'),
    shows: showsLoss,
    recover: () => undefined,
  },
  sendsStuck: {
    dueMs: 120 * SECOND,
    fromChats: true,
    begin: async (day) => {
      day.internet.sends = 'stuck';
      await send(day, day.random.whole(2, 5));
    },
    shows: (day) => (day.client?.chat.waiting ?? 0) > 1,
    recover: () => undefined,
  },
  oneSendStuck: {
    dueMs: 135 * SECOND,
    fromChats: true,
    begin: async (day) => {
      day.internet.sends = 'stuck';
      await send(day, 1);
    },
    shows: (day) => (day.client?.chat.waiting ?? 0) > 0,
    recover: () => undefined,
  },
  sendsFail: {
    dueMs: 20 * SECOND,
    fromChats: true,
    needsDesign: true,
    begin: async (day) => {
      day.internet.sends = 'failing';
      await send(day, day.random.whole(2, 4));
    },
    shows: (day) => (day.client?.chat.failed.length ?? 0) > 1,
    again: (day) => send(day, 2),
    recover: async (day) => {
      const [failed] = day.client?.chat.failed ?? [];
      if (failed) day.client?.chat.retry(failed, false);
      await day.pass(5 * SECOND);
    },
  },
  pageCrashed: {
    dueMs: 30 * SECOND,
    fromChats: true,
    // In sight: what offers to reload in a tab that was hidden may have given way to another one.
    begin: async (day) => {
      day.client?.cover('reload-offered');
      await day.pass(16 * SECOND);
    },
    shows: (day) => day.client?.screen.shown === 'reload-offered',
  },
} satisfies Record<string, Failure>;

export type FailureName = keyof typeof ALL;
export const FAILURES: Readonly<Record<FailureName, Failure>> = ALL;
