/** From an empty tab to the chats, or not. */
import { META_GONE } from '../e2e/worlds.ts';
import type { Story } from './story.ts';

const CHATS = '#pane-side';
const WHATSAPP = 'https://web.whatsapp.com/';

export const LOADING: Story[] = [
  {
    id: 'slow-splash',
    title: 'the scripts take 20 s: the splash waits, and chats come',
    expect: 'silent',
    seconds: 35,
    world: { whatsapp: { staticsMs: 20_000 } },
    run: async (stage) => {
      await stage.watch(15);
      await stage.shows(CHATS);
      await stage.watch(8);
    },
  },
  {
    id: 'moving-for-a-minute',
    title: 'a loading bar that moves in leaps for 60 s',
    expect: 'silent',
    seconds: 70,
    world: { whatsapp: { loadingMs: 60_000 } },
    run: async (stage) => {
      await stage.watch(55);
      await stage.shows(CHATS);
      await stage.watch(5);
    },
  },
  {
    id: 'moving-for-minutes',
    title: 'a long absence: the bar moves for more than three minutes, with 50 s between two steps',
    expect: 'silent',
    seconds: 215,
    world: { whatsapp: { loadingMs: 200_000 } },
    run: async (stage) => {
      await stage.watch(195);
      await stage.shows(CHATS);
      await stage.watch(5);
    },
  },
  {
    id: 'send-link',
    title: 'a link to web.whatsapp.com/send?phone=… that loads well',
    expect: 'silent',
    seconds: 30,
    stay: true,
    run: async (stage) => {
      await stage.page.goto(`${WHATSAPP}send?phone=15550100&text=hi`, { waitUntil: 'domcontentloaded' });
      await stage.shows(CHATS);
      await stage.watch(20);
    },
  },
  {
    id: 'slow-everything',
    title: 'every answer takes 7 s, the document too',
    expect: 'silent',
    seconds: 45,
    stay: true,
    world: { latencyMs: 7_000 },
    run: async (stage) => {
      void stage.session.gotoWhatsApp(stage.page);
      await stage.watch(12);
      await stage.shows(CHATS);
      await stage.watch(10);
    },
  },
  {
    id: 'document-dead',
    title: 'the server cannot be reached: the browser’s own error page',
    expect: { symptom: 'document-failed', within: [0, 15], verdicts: ['global'], banner: false },
    seconds: 25,
    stay: true,
    world: META_GONE,
    run: async (stage) => {
      stage.begins();
      await stage.session.gotoWhatsApp(stage.page);
      await stage.noticed();
    },
  },
  {
    id: 'document-hangs',
    title: 'nobody answers for the document, and the browser waits',
    expect: {
      symptom: 'document-unanswered',
      // Ten seconds, and then three probes that hang for five each, three apart: a doubtful word waits for all of them.
      within: [9, 40],
      verdicts: ['unsure', 'global'],
      banner: false,
    },
    seconds: 50,
    stay: true,
    world: { whatsapp: { document: 'hang', statusJson: 'hang', socket: 'hang' } },
    run: async (stage) => {
      stage.begins();
      await stage.session.gotoWhatsApp(stage.page);
      await stage.noticed();
    },
  },
  {
    id: 'document-503',
    title: 'the server answers 503',
    expect: { symptom: 'server-error', within: [0, 15], verdicts: ['global'] },
    seconds: 25,
    stay: true,
    world: { whatsapp: { document: 503, statusJson: 503 } },
    run: async (stage) => {
      stage.begins();
      await stage.session.gotoWhatsApp(stage.page);
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { document: 'healthy', statusJson: 'healthy' } });
      await stage.session.gotoWhatsApp(stage.page);
      await stage.over(15);
    },
  },
  {
    id: 'scripts-dead',
    title: 'the scripts fail, the splash stays',
    expect: { symptom: 'app-not-starting', within: [17, 35], verdicts: ['local'] },
    seconds: 40,
    world: { whatsapp: { statics: 'dead' } },
    run: (stage) => stage.noticed(),
  },
  {
    id: 'scripts-hang',
    title: 'the scripts never come, the splash stays',
    expect: { symptom: 'app-not-starting', within: [47, 70], verdicts: ['unsure', 'local'] },
    seconds: 70,
    world: { whatsapp: { statics: 'hang' } },
    run: (stage) => stage.noticed(),
  },
  {
    id: 'loading-stands-still',
    title: 'the loading bar moves for 20 s and then never again',
    expect: { symptom: 'loading-frozen', within: [117, 140], verdicts: ['unsure'] },
    seconds: 165,
    world: { whatsapp: { page: 'loading-moving' } },
    run: async (stage) => {
      await stage.watch(20);
      stage.lab.setWorld({ whatsapp: { page: 'loading-frozen' } });
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { page: 'auto' } });
      await stage.over(20);
    },
  },
];
