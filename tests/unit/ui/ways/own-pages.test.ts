/** Adding a status page: the permission asked in the click itself, given back when nothing came of it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type OwnPage, type Settings } from '../../../../src/core/settings';
import type { AskOutcome } from '../../../../src/sources/ask';
import { signalPage, statuspage } from '../../../fixtures/status-pages';
import { answer, UNREACHABLE } from '../../sources/fake-ask';

const fake = vi.hoisted(() => ({
  events: [] as string[],
  grant: true,
  storing: true,
  stored: {} as { settings?: unknown },
  answer: (_url: string): unknown => undefined,
}));

vi.mock('../../../../src/platform/browser', () => ({
  browser: {
    permissions: {
      request: ({ origins }: { origins: string[] }) => {
        fake.events.push(`request ${origins}`);
        return Promise.resolve(fake.grant);
      },
      remove: async ({ origins }: { origins: string[] }) => {
        fake.events.push(`remove ${origins}`);
        return true;
      },
    },
    runtime: {
      sendMessage: async ({ request }: { request: { url: string } }) => {
        fake.events.push(`ask ${new URL(request.url).host}`);
        return fake.answer(request.url);
      },
    },
    storage: {
      local: {
        get: async () => structuredClone(fake.stored),
        set: async (items: object) => {
          if (!fake.storing) throw new Error('QUOTA_BYTES quota exceeded');
          Object.assign(fake.stored, structuredClone(items));
        },
      },
    },
  },
}));

const { addPage, removePage } = await import('../../../../src/ui/ways/own-pages');

const URL_OF = 'https://status.example.com/api/v2/summary.json';
const PAGE: OwnPage = { url: URL_OF, format: 'statuspage', name: 'Example Chat' };
const pages = () => (fake.stored.settings as Settings | undefined)?.pages ?? [];
const keep = (...kept: OwnPage[]) => {
  fake.stored.settings = { ...DEFAULT_SETTINGS, banner: false, pages: kept };
};
const outcomes = (outcome: AskOutcome) => {
  fake.answer = () => outcome;
};

beforeEach(() => {
  Object.assign(fake, { events: [], grant: true, storing: true, stored: {} });
  outcomes(answer(statuspage()));
});

describe('adding a page', () => {
  it('asks for its one origin within the click, before anything is waited for', () => {
    void addPage('status.example.com', []);
    expect(fake.events).toEqual(['request https://status.example.com/*']);
  });

  it('keeps what was found, and everything else that was chosen', async () => {
    keep();
    expect(await addPage('https://status.example.com', [])).toEqual({ ok: true, page: PAGE });
    expect(fake.stored.settings).toMatchObject({ banner: false, pages: [PAGE] });
    expect(fake.events).toEqual(['request https://status.example.com/*', 'ask status.example.com']);
  });

  it('twice keeps it once', async () => {
    keep(PAGE);
    await addPage('https://status.example.com', [PAGE]);
    expect(pages()).toEqual([PAGE]);
  });

  it('asks for nothing when the address is refused, or there are enough', async () => {
    expect(await addPage('http://status.example.com', [])).toEqual({ ok: false, why: 'not-https' });
    expect(await addPage('https://192.168.0.1', [])).toEqual({ ok: false, why: 'number' });
    const ten = Array.from({ length: 10 }, () => PAGE);
    expect(await addPage('https://status.example.com', ten)).toEqual({ ok: false, why: 'too-many' });
    expect(fake.events).toEqual([]);
  });

  it('ends when the person declines: nobody is asked, nothing is kept', async () => {
    fake.grant = false;
    expect(await addPage('https://status.example.com', [])).toEqual({ ok: false, why: 'declined' });
    expect(fake.events).toEqual(['request https://status.example.com/*']);
    expect(pages()).toEqual([]);
  });

  it.each<[string, AskOutcome, string]>([
    ['nothing is there', answer('<!DOCTYPE html>'), 'no-status-page'],
    ['it does not answer', UNREACHABLE, 'unreachable'],
  ])('gives the permission back when %s', async (_, outcome, why) => {
    outcomes(outcome);
    expect(await addPage('https://status.example.com', [])).toEqual({ ok: false, why });
    expect(fake.events.at(-1)).toBe('remove https://status.example.com/*');
  });

  it('says so when it could not be stored, and gives the permission back', async () => {
    fake.storing = false;
    expect(await addPage('https://status.example.com', [])).toEqual({ ok: false, why: 'not-stored' });
    expect(fake.events.at(-1)).toBe('remove https://status.example.com/*');
  });

  it('keeps the permission that another page of that host uses', async () => {
    keep(PAGE);
    outcomes(answer('<!DOCTYPE html>'));
    await addPage('https://status.example.com/other', [PAGE]);
    expect(fake.events.join()).not.toContain('remove');
  });

  it('knows pages of one company by their address', async () => {
    outcomes(answer(signalPage('Signal is up and running.')));
    const signal = { url: 'https://status.signal.org/', format: 'signal', name: 'Signal' };
    expect(await addPage('status.signal.org', [])).toEqual({ ok: true, page: signal });
  });
});

describe('taking a page away', () => {
  it('gives its permission back with the last page of its host', async () => {
    const feed = { url: 'https://status.example.com/history.atom', format: 'feed', name: 'Feed' };
    keep(PAGE, feed);
    expect(await removePage(feed.url)).toBe(true);
    expect(pages()).toEqual([PAGE]);
    expect(fake.events).toEqual([]);
    await removePage(PAGE.url);
    expect(pages()).toEqual([]);
    expect(fake.events).toEqual(['remove https://status.example.com/*']);
  });
});
