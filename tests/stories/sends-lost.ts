/** Messages that never leave, or fail one after another. */
import type { Notice, Story } from './story.ts';

const CHATS = '#pane-side';
const WAITING = '#main .wds-ic-time';
const FAILED = '#main .ic-error';

const BURST: Notice = { symptom: 'sends-failing', within: [18, 45], verdicts: ['global'] };

export const SENDS_LOST: Story[] = [
  {
    id: 'several-pending',
    title: '2025-04-12: three messages never leave; over when one gets through',
    expect: { symptom: 'sends-stuck', within: [117, 150], verdicts: ['global'] },
    seconds: 180,
    world: { whatsapp: { page: 'auto', sends: 'pending', messages: 3 } },
    run: async (stage) => {
      await stage.shows(WAITING);
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { sends: 'ok' } });
      await stage.over(15);
    },
  },
  {
    id: 'one-pending',
    title: 'one message never leaves',
    expect: { symptom: 'sends-stuck', within: [132, 165], verdicts: ['global'] },
    seconds: 180,
    world: { whatsapp: { sends: 'pending' } },
    run: async (stage) => {
      await stage.shows(WAITING);
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'several-pending-2022',
    title: 'messages never leave, with the icons of 2022',
    expect: { symptom: 'sends-stuck', within: [117, 150], verdicts: ['global'] },
    seconds: 160,
    world: { whatsapp: { generation: '2022', sends: 'pending', messages: 2 } },
    run: async (stage) => {
      await stage.shows('#main [data-icon="msg-time"]');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'several-failed',
    title: 'messages wait for a moment and then fail, all of them; over when the next one gets through',
    expect: BURST,
    seconds: 75,
    world: { whatsapp: { sends: 'fail', sendsAfterMs: 5_000 } },
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(2);
      stage.lab.setWorld({ whatsapp: { messages: 3 } });
      await stage.shows(FAILED);
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { sends: 'ok', sendsAfterMs: 0, messages: 4 } });
      await stage.over(15);
    },
  },
  {
    id: 'failed-and-resent',
    title: 'messages fail; over when they are sent again, and get through within a moment',
    expect: BURST,
    seconds: 75,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(2);
      stage.lab.setWorld({ whatsapp: { sends: 'fail', messages: 2 } });
      await stage.shows(FAILED);
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { sends: 'ok' } });
      await stage.over(15);
    },
  },
];
