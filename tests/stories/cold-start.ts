/** No line from the beginning. */
import { SOCKETS_REFUSED } from '../e2e/worlds.ts';
import type { Story } from './story.ts';

const CHATS = '#pane-side';

export const COLD_START: Story[] = [
  {
    id: 'cold-cannot-connect',
    title: 'a cold start without a line ends in a dialog',
    expect: { symptom: 'cannot-connect', within: [17, 35], verdicts: ['unsure'] },
    seconds: 60,
    world: SOCKETS_REFUSED,
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'cold-offline',
    title: 'a cold start with no answer for status.json: “Computer not connected”, though it is',
    expect: { symptom: 'service-unavailable', within: [7, 25], verdicts: ['unsure', 'global', 'local'] },
    seconds: 35,
    world: { whatsapp: { socket: 'refuse', statusJson: 'dead' } },
    run: async (stage) => {
      await stage.shows('[role="dialog"] h1');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'cannot-connect-for-a-moment',
    title: 'the dialog of a cold start goes before anything is certain',
    expect: 'unnoticed',
    seconds: 60,
    world: SOCKETS_REFUSED,
    run: async (stage) => {
      await stage.shows('[role="dialog"] hr');
      // The client tries again every ten seconds at most; both together stay below the twenty of a notice, on a slow machine too.
      await stage.watch(6);
      stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
      await stage.shows(CHATS);
      await stage.watch(15);
    },
  },
];
