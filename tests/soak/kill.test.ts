/**
 * The background is stopped after each single call of an incident's life: every storage write and everything it ever waits
 * for. The record is the same, the person is told once, and nothing is lost.
 */
import { describe, expect, it } from 'vitest';
import type { Kind } from './browser';
import { MINUTE, SECOND } from './times';
import { Story } from './told';

type Plot = (story: Story) => Promise<void>;

/** Two tabs lose WhatsApp's service for five minutes; the person wishes to be told. */
const twoTabs: Plot = async (story) => {
  const { clock, internet } = story;
  const [one, other] = [story.open(), story.open()];
  await Promise.all([one.says(null), other.says(null)]);
  await clock.wait(10 * SECOND);
  internet.statusJson = 503;
  story.handshake(false);
  await one.says('no-service', 'suspect', 3 * SECOND);
  await clock.wait(7 * SECOND);
  await Promise.all([
    one.says('no-service', 'notice', 10 * SECOND),
    other.says('no-service', 'notice', 10 * SECOND),
  ]);
  await clock.wait(20 * SECOND);
  await story.wish();
  await clock.wait(5 * MINUTE);
  internet.heal();
  story.handshake(true);
  await Promise.all([one.says(null), other.says(null)]);
  await clock.wait(20 * MINUTE);
};

/** The only tab is closed, and the browser ended, while the person waits. */
const noTab: Plot = async (story) => {
  const { clock, internet } = story;
  const one = story.open();
  await one.says(null);
  internet.statusJson = 503;
  await one.says('no-service', 'notice', 10 * SECOND);
  await clock.wait(20 * SECOND);
  await story.wish();
  await clock.wait(MINUTE);
  story.close(one);
  await clock.wait(2 * MINUTE);
  story.browser.restart();
  await clock.wait(4 * MINUTE);
  internet.heal();
  await clock.wait(30 * MINUTE);
};

/** It comes and goes. */
const flapping: Plot = async (story) => {
  const { clock, internet } = story;
  const one = story.open();
  await one.says(null);
  for (const lastsMs of [3 * MINUTE, MINUTE, MINUTE]) {
    internet.statusJson = 503;
    await one.says('no-service', 'notice', 10 * SECOND);
    await clock.wait(30 * SECOND);
    if (lastsMs === 3 * MINUTE) await story.wish();
    await clock.wait(lastsMs);
    internet.heal();
    story.handshake(true);
    await one.says(null);
    await clock.wait(10 * SECOND);
  }
  await clock.wait(20 * MINUTE);
};

/** What must be the same however often the background was stopped; times may differ by what the stop cost. */
function outcome({ records, browser, badge, trouble }: Story) {
  const { owed, wishedAt, past } = trouble ?? {};
  const told = records.map(({ overAt, toldAt, symptoms, turns, sources, again }) => ({
    over: overAt !== null,
    told: toldAt !== null,
    symptoms,
    last: turns.at(-1)?.verdict,
    sources: sources.includes('whatsapp-host') && sources.includes('page'),
    again,
  }));
  return { told, announced: browser.announced.length, badge, owed, wishedAt, past };
}

const PLOTS = { 'two tabs': twoTabs, 'no tab, and a restart': noTab, flapping };

/** Every call in one browser; the other differs in what it forgets at a restart. */
const EVERY = { chrome: 1, firefox: 9 } satisfies Record<Kind, number>;

describe.each(['chrome', 'firefox'] satisfies Kind[])('%s', (kind) => {
  it.each(Object.entries(PLOTS))(
    '%s: stopped after any call, the same comes out',
    async (name, plot) => {
      const undisturbed = await Story.tell(kind, plot);
      const wanted = outcome(undisturbed);
      expect(wanted).toMatchObject({
        told: [{ over: name !== 'no tab, and a restart', told: true, symptoms: ['service-unavailable'] }],
        announced: 1,
        badge: '',
        owed: '',
        wishedAt: 0,
      });
      /** What came out otherwise → the calls after which the background was stopped. */
      const different: Record<string, number[]> = {};
      const { calls } = undisturbed.browser;
      expect(calls).toBeGreaterThan(500);
      for (let stopAt = 1; stopAt <= calls; stopAt += EVERY[kind]) {
        const came = JSON.stringify(outcome(await Story.tell(kind, plot, { stopAt })));
        if (came !== JSON.stringify(wanted)) different[came] = [...(different[came] ?? []), stopAt];
      }
      expect(different).toEqual({});
    },
    300_000,
  );
});
