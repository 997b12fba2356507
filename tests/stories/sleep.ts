/** Time that passes while nobody can look. */
import type { Story } from './story.ts';
import { fallAsleep, setLifecycle } from './tricks.ts';

const CHATS = '#pane-side';

export const SLEEP: Story[] = [
  {
    id: 'slept-with-chats',
    title: 'the computer sleeps and wakes; its network takes 6 s to come back',
    expect: 'silent',
    seconds: 100,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(3);
      const wake = fallAsleep(stage.session);
      try {
        stage.lab.setWorld({ whatsapp: { socket: 'dead', statusJson: 'dead' } });
        await stage.watch(35);
      } finally {
        wake();
      }
      await stage.watch(6);
      stage.lab.setWorld({ whatsapp: { socket: 'accept', statusJson: 'healthy' } });
      await stage.watch(40);
    },
  },
  {
    id: 'slept-in-trouble',
    title: 'the computer sleeps over a dialog that says it cannot connect; sleep is no time looked at',
    expect: 'unnoticed',
    seconds: 80,
    world: { whatsapp: { page: 'cold-cannot-connect' } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      await stage.watch(4);
      const wake = fallAsleep(stage.session);
      try {
        await stage.watch(40);
      } finally {
        wake();
      }
      await stage.watch(4);
      stage.lab.setWorld({ whatsapp: { page: 'auto' } });
      await stage.shows(CHATS);
      await stage.watch(15);
    },
  },
  {
    id: 'frozen-in-trouble',
    title: 'the same with a page that Chromium froze; Firefox freezes none',
    expect: 'unnoticed',
    seconds: 75,
    only: 'chrome',
    world: { whatsapp: { page: 'cold-cannot-connect' } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      await stage.watch(4);
      await setLifecycle(stage.page, 'frozen');
      await stage.watch(40);
      stage.lab.setWorld({ whatsapp: { page: 'auto' } });
      await setLifecycle(stage.page, 'active');
      await stage.shows(CHATS);
      await stage.watch(15);
    },
  },
];
