// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { withTrouble } from '../../../src/core/incident';
import type { IncidentRecord } from '../../../src/core/record';
import { quiet } from '../../../src/core/situation';
import { NO_TROUBLE, type Trouble, WISH_MS } from '../../../src/core/trouble';
import { Tell } from '../../../src/ui/tell/tell';
import { catalogue } from '../catalogues';
import { browser, forget, world } from '../fake-browser';
import { MINUTE, NOW } from '../witnesses';
import { hardCodedIn, pseudo } from './pseudo';

vi.mock('../../../src/platform/browser', async () => ({
  browser: (await import('../fake-browser')).browser,
}));

const sent = vi.fn(async (_message: object) => {});
const request = vi.fn(async () => true);
let allowed = true;

beforeEach(() => {
  forget();
  render(null, document.body);
  sent.mockClear();
  request.mockClear();
  allowed = true;
  world.tabs = [{ id: 1, url: 'https://web.whatsapp.com/' }];
  Object.assign(browser.runtime, { sendMessage: sent });
  Object.assign(browser, { permissions: { contains: async () => allowed, request } });
});

const record: IncidentRecord = {
  id: 'one',
  beganAt: NOW - 40 * MINUTE,
  noticedAt: NOW - 39 * MINUTE,
  seenAt: NOW - MINUTE,
  overAt: null,
  symptoms: ['connection-lost'],
  turns: [{ at: NOW, verdict: 'global', confidence: 'likely', cause: 'whatsapp-only', by: 'page' }],
  sources: ['page'],
  again: 0,
  againAt: null,
  toldAt: null,
};
const lasting: Trouble = { ...NO_TROUBLE, record, incident: 'one' };
const failing = withTrouble(
  quiet(NOW),
  '1',
  { symptom: 'connection-lost', phase: 'notice', at: NOW },
  'one',
  NOW,
);

async function show(
  trouble: Trouble,
  situation = failing,
  keeping: '' | 'aside' | 'not' = '',
): Promise<void> {
  render(<Tell {...{ trouble, situation, keeping }} now={NOW} />, document.body);
  // What the browser is asked after the paint.
  for (let turns = 0; turns < 5; turns++) await new Promise((resolve) => setTimeout(resolve, 0));
}
const button = () => document.querySelector<HTMLElement>('[data-action=tell-me-when-back]');
const allow = () => document.querySelector<HTMLElement>('[data-allow=notifications]');
const text = () => document.body.textContent ?? '';

describe('“tell me when it’s back”', () => {
  it('is one button while the trouble lasts, and never asks for a permission', async () => {
    allowed = false;
    await show(lasting);
    expect(button()?.getAttribute('aria-pressed')).toBe('false');
    expect(allow()).toBeNull();
    button()?.click();
    expect(sent).toHaveBeenCalledWith({ type: 'tell.when-back', wish: true });
    expect(request).not.toHaveBeenCalled();
  });

  it('stays pressed, and takes the wish back', async () => {
    await show({ ...lasting, wishedAt: NOW });
    expect(text()).toContain('one notification');
    expect(allow()).toBeNull();
    button()?.click();
    expect(sent).toHaveBeenCalledWith({ type: 'tell.when-back', wish: false });
  });

  it('says where it will be told without the permission, and asks for that by a control of its own', async () => {
    allowed = false;
    await show({ ...lasting, wishedAt: NOW });
    expect(text()).toContain('toolbar button');
    allow()?.click();
    expect(request).toHaveBeenCalledExactlyOnceWith({ permissions: ['notifications'] });
  });

  it('advises to keep a tab, and says when nobody looks any more', async () => {
    world.tabs = [];
    await show({ ...lasting, wishedAt: NOW });
    expect(text()).toContain('Keep a WhatsApp tab open');
    await show({ ...lasting, wishedAt: NOW - WISH_MS });
    expect(text()).toContain('stopped looking');
  });

  it('is not offered for a trouble that leaves no record', async () => {
    await show({ ...lasting, incident: 'another' });
    expect(button()).toBeNull();
  });

  it('shows flapping as flapping', async () => {
    await show({ ...lasting, record: { ...record, again: 3 } });
    expect(text()).toContain('failed again 3 times');
  });
});

describe('afterwards', () => {
  const over = { ...lasting, record: { ...record, overAt: NOW - MINUTE } };

  it('it is back is said for an hour, with how long it lasted', async () => {
    await show(over, quiet(NOW));
    expect(document.querySelector('[data-back=back]')?.textContent).toContain('39 minutes');
    await show({ ...over, record: { ...record, overAt: NOW - 61 * MINUTE } }, quiet(NOW));
    expect(text()).toBe('');
  });

  it('that its site answers is no more than that', async () => {
    await show({ ...lasting, host: NOW - MINUTE, twice: true }, quiet(NOW));
    expect(document.querySelector('[data-back=answers]')?.textContent).toContain('to be sure');
  });
});

it.each(['aside', 'not'] as const)('keeping gone wrong is one line: %s', async (keeping) => {
  await show(NO_TROUBLE, quiet(NOW), keeping);
  expect(document.querySelectorAll('[data-keeping]')).toHaveLength(1);
});

it('says nothing that no translator has seen', async () => {
  world.catalogue = pseudo(catalogue('en'));
  world.tabs = [];
  allowed = false;
  await show({ ...lasting, wishedAt: NOW, record: { ...record, again: 2 } }, failing, 'not');
  expect(text()).toContain('⟦');
  expect(hardCodedIn(document.body, [])).toEqual([]);
});

describe('a trouble that lasts longer than anybody is asked about it', () => {
  const old = {
    ...failing,
    incident: failing.incident && { ...failing.incident, beganAt: NOW - 181 * MINUTE },
  };
  const line = catalogue('en').popup_no_more_checks?.message ?? '';

  it('says so, also in a private window, of which nothing is kept', async () => {
    await show({ ...lasting, record: { ...record, beganAt: NOW - 181 * MINUTE } }, old);
    expect(document.body.textContent).toContain(line);
    await show(NO_TROUBLE, old);
    expect(document.body.textContent).toContain(line);
  });

  it('does not while the person waits to be told', async () => {
    await show({ ...lasting, wishedAt: NOW - MINUTE }, old);
    expect(document.body.textContent).not.toContain(line);
  });
});
