/** Messages that leave in their own time, and those that need no word. */

import { expect } from 'vitest';
import type { Story } from './story.ts';
import { setOffline } from './tricks.ts';

const CHATS = '#pane-side';
const WAITING = '#main .wds-ic-time';
const UPLOADING = '#main .media-cancel';
const FAILED = '#main .ic-error';

/** A chat in the list, by its place. */
const chat = (place: number) => `#pane-side [role="row"]:nth-child(${place})`;
const CHOIR = 5;
const AMINA = 2;

export const SENDS: Story[] = [
  {
    id: 'pending-for-a-minute',
    title: 'a message waits for 60 s, then leaves',
    expect: 'silent',
    seconds: 100,
    world: { whatsapp: { messages: 1, sendsAfterMs: 60_000 } },
    run: async (stage) => {
      await stage.shows(WAITING);
      await stage.watch(90);
    },
  },
  {
    id: 'one-after-another',
    title: 'for three minutes there is always a message on its way, and none of them for long',
    expect: 'silent',
    seconds: 190,
    world: { whatsapp: { messages: 1, sendsAfterMs: 25_000 } },
    run: async (stage) => {
      await stage.shows(WAITING);
      for (let messages = 2; messages < 10; messages++) {
        await stage.watch(20);
        stage.lab.setWorld({ whatsapp: { messages } });
      }
      await stage.watch(15);
    },
  },
  {
    id: 'big-upload',
    title: 'a file takes three minutes to upload',
    expect: 'silent',
    seconds: 200,
    world: { whatsapp: { sends: 'upload' } },
    run: async (stage) => {
      await stage.shows(UPLOADING);
      await stage.watch(180);
      stage.lab.setWorld({ whatsapp: { sends: 'ok' } });
      await stage.watch(10);
    },
  },
  {
    id: 'pending-while-offline',
    title: 'messages wait because this device is offline, for longer than any message may; then they leave',
    expect: 'silent',
    seconds: 200,
    // Chats without a line of their own: WhatsApp’s banner would be another story.
    world: { whatsapp: { page: 'main' } },
    run: async (stage) => {
      await stage.shows(CHATS);
      stage.lab.setWorld({ whatsapp: { sends: 'pending', messages: 2 } });
      await stage.shows(WAITING);
      await setOffline(stage.session, stage.page, true);
      await stage.watch(160);
      await setOffline(stage.session, stage.page, false);
      stage.lab.setWorld({ whatsapp: { sends: 'ok' } });
      await stage.watch(20);
      expect(await stage.page.$(WAITING)).toBeNull();
    },
  },
  {
    id: 'pending-unseen',
    title: 'a message waits for two minutes and a half while another tab is in front; then it leaves',
    expect: 'silent',
    seconds: 200,
    world: { whatsapp: { messages: 2, sendsAfterMs: 170_000 } },
    run: async (stage) => {
      await stage.shows(WAITING);
      await stage.watch(10);
      await stage.inFront();
      await stage.watch(140);
      await stage.page.bringToFront();
      await stage.watch(30);
    },
  },
  {
    id: 'pending-in-another-chat',
    title: 'messages wait in a chat that is left and come back to; they leave meanwhile',
    expect: 'silent',
    seconds: 130,
    world: { whatsapp: { messages: 2, sendsAfterMs: 100_000 } },
    run: async (stage) => {
      await stage.shows(WAITING);
      await stage.watch(40);
      await stage.page.click(chat(CHOIR));
      await stage.watch(40);
      await stage.page.click(chat(AMINA));
      await stage.watch(35);
    },
  },
  {
    id: 'one-failed',
    title: 'one message fails and stays so',
    expect: 'silent',
    seconds: 175,
    world: { whatsapp: { sends: 'fail' } },
    run: async (stage) => {
      await stage.shows(FAILED);
      await stage.watch(165);
    },
  },
  {
    id: 'old-failures',
    title: 'a chat with failed messages of long ago is opened, left, and opened again',
    expect: 'silent',
    seconds: 60,
    run: async (stage) => {
      await stage.shows(CHATS);
      for (let visit = 0; visit < 2; visit++) {
        await stage.page.click(chat(CHOIR));
        await stage.shows(FAILED);
        await stage.watch(visit === 0 ? 10 : 35);
        await stage.page.click(chat(AMINA));
        await stage.watch(2);
      }
    },
  },
];
