/** Everything between this computer and WhatsApp. */
import { META_REPORTS, OTHERS_DOWN } from '../e2e/worlds.ts';
import type { Story } from './story.ts';
import { setOffline } from './tricks.ts';

const CHATS = '#pane-side';
const TELEMETRY = ['dit.whatsapp.net', 'crashlogs.whatsapp.net'] as const;

export const NETWORK: Story[] = [
  {
    id: 'telemetry-blocked',
    title: 'a content blocker stops telemetry, while the page takes its time',
    expect: 'silent',
    seconds: 50,
    world: {
      whatsapp: { staticsMs: 22_000 },
      hosts: { 'dit.whatsapp.net': 'dead', 'crashlogs.whatsapp.net': 'dead' },
    },
    run: async (stage) => {
      for (let again = 0; again < 4; again++) {
        await stage.page.evaluate(sendTelemetry, [...TELEMETRY]);
        await stage.watch(4);
      }
      await stage.shows(CHATS);
      await stage.page.evaluate(sendTelemetry, [...TELEMETRY]);
      await stage.watch(10);
    },
  },
  {
    id: 'network-changes',
    title: 'from one network to another: offline for 4 s',
    expect: 'silent',
    seconds: 50,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(3);
      await setOffline(stage.session, stage.page, true);
      stage.lab.setWorld({ whatsapp: { socket: 'dead', statusJson: 'dead' } });
      await stage.watch(4);
      stage.lab.setWorld({ whatsapp: { socket: 'accept', statusJson: 'healthy' } });
      await setOffline(stage.session, stage.page, false);
      await stage.watch(30);
    },
  },
  {
    id: 'others-down',
    title: '2024-03-05: Facebook and Instagram fail, WhatsApp does not',
    expect: 'silent',
    seconds: 50,
    world: OTHERS_DOWN,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(40);
    },
  },
  {
    id: 'meta-reports-chats-work',
    title: 'Meta reports trouble, and this page works',
    expect: 'silent',
    seconds: 50,
    world: META_REPORTS,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(40);
    },
  },
  {
    id: 'cable-out',
    title:
      'the cable is out while chats are open, a message waits; told as this side’s, over when it is back',
    expect: { symptom: 'connection-lost', within: [19, 45], verdicts: ['offline'] },
    seconds: 100,
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.watch(3);
      stage.lab.setWorld({ whatsapp: { messages: 2 }, allDead: true });
      await stage.shows('.butterbar.warning button');
      stage.begins();
      await stage.noticed();
      stage.lab.setWorld({ allDead: false });
      await stage.over(40);
    },
  },
  {
    id: 'cold-without-network',
    title: 'the page comes from its own worker’s store, and there is no network at all',
    expect: { symptom: 'service-unavailable', within: [7, 30], verdicts: ['offline'] },
    seconds: 50,
    world: { whatsapp: { serviceWorker: true } },
    run: async (stage) => {
      await stage.shows(CHATS);
      await stage.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      stage.lab.setWorld({ allDead: true });
      await stage.page.reload({ waitUntil: 'domcontentloaded' });
      await stage.shows('[role="dialog"] h1');
      stage.begins();
      await stage.noticed();
    },
  },
];

/** Runs in the page: what blockers stop, in three forms. */
function sendTelemetry(hosts: string[]): void {
  for (const host of hosts) {
    void fetch(`https://${host}/deidentified_telemetry`, { method: 'POST', mode: 'no-cors' }).catch(() => {});
    const script = document.createElement('script');
    script.src = `https://${host}/log.js`;
    document.head.append(script);
    const image = document.createElement('img');
    image.src = `https://${host}/pixel.png`;
    document.body.append(image);
  }
}
