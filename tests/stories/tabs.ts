/** Tabs that are looked at, and tabs that are not. */
import type { Story } from './story.ts';

const CHATS = '#pane-side';

export const TABS: Story[] = [
  {
    id: 'hidden-and-stuck',
    title: 'a stuck tab that nobody looks at',
    expect: 'silent',
    seconds: 150,
    world: { whatsapp: { page: 'loading-frozen' } },
    run: async (stage) => {
      await stage.inFront();
      await stage.watch(140);
    },
  },
  {
    id: 'hidden-at-first',
    title: 'trouble in a tab behind another, told once somebody has looked at it long enough',
    expect: { symptom: 'cannot-connect', within: [17, 35], verdicts: ['unsure'] },
    seconds: 75,
    stay: true,
    world: { whatsapp: { page: 'cold-cannot-connect' } },
    run: async (stage) => {
      const front = await stage.inFront();
      await stage.session.gotoWhatsApp(stage.page);
      await front.bringToFront();
      const hiddenSince = Date.now();
      await stage.watch(30);
      if ((await stage.moment()).troubles.length > 0)
        throw new Error(`trouble was seen in a tab hidden for ${Date.now() - hiddenSince} ms`);
      await stage.page.bringToFront();
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'recovery-unseen',
    title: 'the chats are back in a tab that nobody looks at: the badge goes all the same',
    expect: { symptom: 'service-unavailable', within: [8, 22], verdicts: ['global'] },
    seconds: 55,
    world: { whatsapp: { page: 'service-unavailable', statusJson: 503 } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] h1');
      stage.begins();
      await stage.noticed();
      await stage.inFront();
      await stage.watch(5);
      stage.lab.setWorld({ whatsapp: { page: 'auto', statusJson: 'healthy' } });
      await stage.over(25);
    },
  },
  {
    id: 'two-windows',
    title: 'two tabs: one has the chats, the other says so',
    expect: 'silent',
    seconds: 60,
    run: async (stage) => {
      await stage.shows(CHATS);
      const second = await stage.inFront('https://web.whatsapp.com/');
      await stage.shows(CHATS, second);
      await stage.pin(second, 'another-window');
      await stage.watch(20);
      await stage.page.bringToFront();
      await stage.watch(20);
    },
  },
  {
    id: 'taken-over',
    title: 'another tab took over: one button to refresh, as after a crash, but there is another tab',
    expect: 'silent',
    seconds: 60,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.inFront('https://web.whatsapp.com/');
      await stage.page.bringToFront();
      await stage.pin(stage.page, 'another-tab');
      await stage.watch(45);
    },
  },
];
