/** The line to the chat servers, and what stands above the chats when it is gone, or seems to be. */
import { SOCKETS_REFUSED } from '../e2e/worlds.ts';
import type { Stage, Story } from './story.ts';

const CHATS = '#pane-side';
/** The warning as it is after three seconds, with its one action. */
const RETRY = '.butterbar.warning button';

/** Chats over a live line, as on any good day. */
async function chatting(stage: Stage): Promise<void> {
  await stage.shows(CHATS);
  await stage.watch(3);
}

/** Chats that open no socket of their own; `banner`: under the warning with its one action. */
const chatsOf = (banner: boolean) =>
  `<div id="side">${banner ? '<span><div><svg><title>ic-warning</title></svg><button>1</button></div></span>' : ''}<div id="pane-side"></div></div>`;

export const CONNECTION: Story[] = [
  {
    id: 'blip',
    title: 'the line is lost for 12 s, which WhatsApp hides itself',
    expect: 'silent',
    seconds: 55,
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld(SOCKETS_REFUSED);
      await stage.watch(12);
      stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
      await stage.watch(30);
    },
  },
  {
    id: 'two-blips',
    title: 'the line comes and goes, and each time WhatsApp’s banner is there for a moment only',
    expect: 'unnoticed',
    seconds: 105,
    run: async (stage) => {
      await chatting(stage);
      for (let blip = 0; blip < 2; blip++) {
        stage.lab.setWorld(SOCKETS_REFUSED);
        await stage.shows('.butterbar.warning');
        stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
        await stage.watch(25);
      }
    },
  },
  {
    id: 'port-5222-refused',
    title: 'a network that lets nothing through to port 5222, refused at once',
    expect: 'silent',
    seconds: 50,
    world: { whatsapp: { socket5222: 'dead' } },
    run: async (stage) => {
      await chatting(stage);
      await stage.watch(35);
    },
  },
  {
    id: 'port-5222-hangs',
    title: 'the same, never answered, and the main line blinks once',
    expect: 'silent',
    seconds: 75,
    world: { whatsapp: { socket5222: 'hang' } },
    run: async (stage) => {
      await chatting(stage);
      await stage.watch(20);
      stage.lab.setWorld({ whatsapp: { socket: 'refuse' } });
      await stage.watch(4);
      stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
      await stage.watch(40);
    },
  },
  {
    id: 'phone-not-connected',
    title: 'the phone is not connected: the same banner over a steady line',
    expect: 'silent',
    seconds: 115,
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld({ whatsapp: { page: 'phone-not-connected' } });
      await stage.watch(105);
    },
  },
  {
    id: 'phone-not-connected-2022',
    title: 'the same as it was until 2026, with an icon of its own',
    expect: 'silent',
    seconds: 115,
    world: { whatsapp: { generation: '2022', page: 'phone-not-connected' } },
    run: async (stage) => {
      await chatting(stage);
      await stage.watch(105);
    },
  },
  {
    id: 'account-limited',
    title: 'a warning above the chats that is not about the connection',
    expect: 'silent',
    seconds: 115,
    world: { whatsapp: { page: 'account-limited' } },
    run: async (stage) => {
      await chatting(stage);
      await stage.watch(105);
    },
  },
  {
    id: 'connection-refused',
    title: '2022-10-25: the chat servers refuse; noticed after the banner, over when they accept',
    expect: { symptom: 'connection-lost', within: [19, 35], verdicts: ['global'] },
    seconds: 85,
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld(SOCKETS_REFUSED);
      await stage.shows(RETRY);
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
      await stage.over(30);
    },
  },
  {
    id: 'connection-hangs',
    title: 'the chat servers never answer a handshake',
    expect: { symptom: 'connection-lost', within: [19, 40], verdicts: ['global'] },
    seconds: 75,
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld({ whatsapp: { socket: 'hang' } });
      await stage.shows(RETRY);
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'refused-to-a-worker',
    title: 'the sockets are the page’s own worker’s, and are refused; Chromium tells no extension of those',
    only: 'firefox',
    expect: { symptom: 'connection-lost', within: [19, 35], verdicts: ['global'] },
    seconds: 60,
    world: {
      whatsapp: {
        document: {
          contentType: 'text/html',
          body: `<!doctype html><html id="whatsapp-web"><div id="app">${chatsOf(false)}</div></html>`,
        },
        socket: 'refuse',
      },
    },
    run: async (stage) => {
      await stage.watch(3);
      // The host serves its worker again.
      stage.lab.setWorld({ whatsapp: { document: 'healthy' } });
      await stage.page.evaluate(async (html) => {
        const workers = navigator.serviceWorker;
        await workers.register('/sw.js');
        const { active } = await workers.ready;
        const knock = () => active?.postMessage({ knock: 'wss://web.whatsapp.com/ws/chat' });
        knock();
        setInterval(knock, 5_000);
        document.querySelector('#app')?.setHTMLUnsafe(html);
        // Looked at once: a healthy page is looked at every fifteen seconds.
        document.dispatchEvent(new Event('visibilitychange'));
      }, chatsOf(true));
      await stage.shows('#side button');
      stage.begins();
      await stage.noticed();
    },
  },
  {
    id: 'nothing-moves',
    title: 'an edge that accepts every socket, and nothing moves behind it',
    expect: { symptom: 'connection-lost', within: [57, 105], verdicts: ['global'] },
    seconds: 170,
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld({ whatsapp: { socket: 'silent' } });
      await stage.shows(RETRY);
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ whatsapp: { socket: 'accept' } });
      await stage.over(60);
    },
  },
  {
    id: 'connection-refused-2022',
    title: 'the connection banner as it was until 2026',
    expect: { symptom: 'connection-lost', within: [19, 35], verdicts: ['global'] },
    seconds: 60,
    world: { whatsapp: { generation: '2022' } },
    run: async (stage) => {
      await chatting(stage);
      stage.lab.setWorld(SOCKETS_REFUSED);
      await stage.shows(RETRY);
      stage.begins();
      await stage.noticed();
    },
  },
];
