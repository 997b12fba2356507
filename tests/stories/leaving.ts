/** Stopping, leaving, coming back, reloading. */
import { SOCKETS_REFUSED } from '../e2e/worlds.ts';
import { ELSEWHERE, type Story } from './story.ts';
import { stopLoading } from './tricks.ts';

const CHATS = '#pane-side';
const HANGS = { whatsapp: { document: 'hang', statusJson: 'hang' } } as const;

export const LEAVING: Story[] = [
  {
    id: 'stopped-by-hand',
    title: 'the document hangs, and the person presses Stop after 5 s',
    expect: 'silent',
    seconds: 30,
    stay: true,
    world: HANGS,
    run: async (stage) => {
      await stage.session.gotoWhatsApp(stage.page);
      await stage.watch(5);
      await stopLoading(stage.session, stage.page);
      await stage.watch(15);
    },
  },
  {
    id: 'stopped-at-splash',
    title: 'the scripts take their time, and the person presses Stop after 5 s',
    expect: 'silent',
    seconds: 80,
    world: { whatsapp: { statics: 'hang' } },
    run: async (stage) => {
      await stage.watch(5);
      await stopLoading(stage.session, stage.page);
      await stage.watch(65);
    },
  },
  {
    id: 'left-while-hanging',
    title: 'the document hangs, and the person goes elsewhere after 5 s',
    expect: 'silent',
    seconds: 30,
    stay: true,
    world: HANGS,
    run: async (stage) => {
      await stage.session.gotoWhatsApp(stage.page);
      await stage.watch(5);
      await stage.page.goto(ELSEWHERE);
      await stage.watch(15);
    },
  },
  {
    id: 'closed-while-hanging',
    title: 'the document hangs, and the person closes the tab after 5 s',
    expect: 'silent',
    seconds: 30,
    stay: true,
    world: HANGS,
    run: async (stage) => {
      await stage.inFront();
      await stage.page.bringToFront();
      await stage.session.gotoWhatsApp(stage.page);
      await stage.watch(5);
      await stage.page.close();
      await stage.watch(15);
    },
  },
  {
    id: 'back-and-forward',
    title: 'Back and Forward, faster than any page loads',
    expect: 'silent',
    seconds: 40,
    run: async (stage) => {
      const { page } = stage;
      await stage.shows(CHATS, page);
      await page.goto(ELSEWHERE);
      for (let turn = 0; turn < 6; turn++) {
        void page.goBack({ waitUntil: 'domcontentloaded' }).catch(() => null);
        await stage.watch(0.4);
        void page.goForward({ waitUntil: 'domcontentloaded' }).catch(() => null);
        await stage.watch(0.4);
      }
      await page.goBack({ waitUntil: 'domcontentloaded' }).catch(() => null);
      await stage.watch(20);
    },
  },
  {
    id: 'reload-storm',
    title: 'a healthy page is reloaded a dozen times in a row',
    expect: 'silent',
    seconds: 40,
    run: async (stage) => {
      await stage.shows(CHATS);
      for (let again = 0; again < 12; again++) {
        void stage.page.reload({ waitUntil: 'domcontentloaded' }).catch(() => null);
        await stage.watch(0.3);
      }
      await stage.shows(CHATS);
      await stage.watch(20);
    },
  },
  {
    id: 'left-as-trouble-begins',
    title: 'the person leaves the page when trouble is suspected, not yet noticed',
    expect: 'unnoticed',
    seconds: 50,
    world: { whatsapp: { page: 'cold-cannot-connect' } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      await stage.watch(13);
      await stage.page.goto(ELSEWHERE);
      await stage.watch(25);
    },
  },
  {
    id: 'logged-out',
    title: 'the person logs out, which takes a while, and the page reloads to the code',
    expect: 'silent',
    seconds: 160,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(3);
      stage.lab.setWorld({ whatsapp: { page: 'logout' } });
      await stage.watch(125);
      stage.lab.setWorld({ whatsapp: { page: 'qr' } });
      await stage.page.goto('https://web.whatsapp.com/?post_logout=1', { waitUntil: 'domcontentloaded' });
      await stage.watch(20);
    },
  },
  {
    id: 'reloaded-in-trouble',
    title: 'reloading again and again during an outage is one trouble, told soon',
    expect: { symptom: 'cannot-connect', within: [30, 70], verdicts: ['unsure'] },
    seconds: 100,
    world: SOCKETS_REFUSED,
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      stage.begins();
      await stage.watch(8);
      await stage.page.reload({ waitUntil: 'domcontentloaded' });
      await stage.noticed();
    },
  },
];
