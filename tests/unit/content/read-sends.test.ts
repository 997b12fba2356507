// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { type SendsReader, sendsReader } from '../../../src/content/read-sends';

const SECOND = 1_000;

type Mark = 'waiting' | 'sent' | 'failed' | 'upload' | 'incoming';

const ICONS: Readonly<Record<Mark, readonly string[]>> = {
  waiting: ['wds-ic-time'],
  sent: ['wds-ic-delivered'],
  failed: ['wds-ic-time', 'ic-error'],
  upload: ['wds-ic-time', 'media-cancel'],
  incoming: [],
};

let read: SendsReader;
let page: Document;

beforeEach(() => {
  page = document;
  read = sendsReader();
  open();
});

/** Another chat is opened, with these messages in it. */
function open(...marks: Mark[]): Element[] {
  page.body.innerHTML = '<div id="app"><div id="pane-side"></div><div id="main"></div></div>';
  return marks.map(post);
}

/** One more message at the end of the chat. */
function post(mark: Mark): Element {
  const row = page.createElement('div');
  row.innerHTML = '<div data-id="x"></div>';
  page.querySelector('#main')?.append(row);
  become(row, mark);
  return row;
}

function become(row: Element, mark: Mark): void {
  const icon = (name: string) => `<span><svg><title>${name}</title></svg></span>`;
  const message = row.firstElementChild as Element;
  message.innerHTML = `words ${ICONS[mark].map(icon).join('')}`;
}

/** A look after so many visible seconds. */
const after = (seconds: number) => read(page, seconds * SECOND);

describe('a message that waits', () => {
  it('is counted with the time it was seen to wait, from the first look on', () => {
    post('waiting');
    expect(after(15).waitsMs).toEqual([0]);
    expect(after(15).waitsMs).toEqual([15_000]);
    post('waiting');
    expect(after(15).waitsMs).toEqual([30_000, 0]);
  });

  it('is forgotten when nothing can be sent, and begins anew', () => {
    post('waiting');
    after(0);
    after(60);
    expect(read(null, 60 * SECOND)).toEqual({ waitsMs: [], failed: 0, left: false });
    expect(after(60).waitsMs).toEqual([0]);
  });

  it('that goes has left', () => {
    const row = post('waiting');
    after(0);
    become(row, 'sent');
    expect(after(15)).toEqual({ waitsMs: [], failed: 0, left: true });
    expect(after(15).left).toBe(false);
  });

  it('does not pass its time on to the one after it', () => {
    const first = post('waiting');
    after(0);
    after(80);
    become(first, 'sent');
    post('waiting');
    expect(after(15)).toEqual({ waitsMs: [0], failed: 0, left: true });
  });

  it('begins anew when another one gets through: it may only stand in line', () => {
    const first = post('waiting');
    post('waiting');
    after(0);
    after(100);
    become(first, 'sent');
    expect(after(15)).toEqual({ waitsMs: [0], failed: 0, left: true });
    expect(after(15).waitsMs).toEqual([15_000]);
  });

  it('is none while its file is on the way up; then its time begins', () => {
    const row = post('upload');
    expect(after(0).waitsMs).toEqual([]);
    expect(after(180).waitsMs).toEqual([]);
    become(row, 'waiting');
    expect(after(15).waitsMs).toEqual([0]);
  });

  it('is none in the chat list, only in the open chat', () => {
    page.querySelector('#pane-side')?.append(post('waiting'));
    expect(after(15).waitsMs).toEqual([]);
  });
});

describe('a message that fails', () => {
  it('before our eyes counts, once, for two minutes', () => {
    const row = post('waiting');
    after(0);
    become(row, 'failed');
    expect(after(15)).toEqual({ waitsMs: [], failed: 1, left: false });
    expect(after(60).failed).toBe(1);
    expect(after(59.9).failed).toBe(1);
    expect(after(0.1).failed).toBe(0);
  });

  it('between two looks counts too: it came after the newest message we knew', () => {
    open('incoming', 'sent');
    after(0);
    post('failed');
    post('failed');
    expect(after(15).failed).toBe(2);
  });

  it('again after another try is still one message; its two minutes begin anew', () => {
    const row = post('waiting');
    after(0);
    become(row, 'failed');
    after(2);
    become(row, 'waiting');
    expect(after(2).failed).toBe(1);
    become(row, 'failed');
    expect(after(2).failed).toBe(1);
    expect(after(119.9).failed).toBe(1);
    expect(after(0.1).failed).toBe(0);
  });

  it('long ago, found when the chat is opened, does not', () => {
    open('failed', 'failed', 'failed');
    expect(after(0).failed).toBe(0);
    expect(after(15).failed).toBe(0);
    open('failed', 'failed');
    expect(after(15).failed).toBe(0);
  });

  it('long ago, found by scrolling up or down, does not', () => {
    open('incoming', 'sent');
    after(0);
    const old = post('failed');
    page.querySelector('#main')?.prepend(old);
    expect(after(15).failed).toBe(0);
    for (let more = 0; more < 20; more++) post('failed');
    expect(after(15).failed).toBe(0);
  });

  it('counts among six new messages and not among seven: those came by scrolling', () => {
    for (const [many, failed] of [
      [6, 6],
      [7, 0],
    ] as const) {
      open('incoming', ...Array.from({ length: 9 }, () => 'sent' as const));
      read = sendsReader();
      after(0);
      for (let more = 0; more < many; more++) post('failed');
      expect(after(15).failed).toBe(failed);
    }
  });

  it('long ago, seen at the end of this chat before, does not when it comes back into sight', () => {
    const rows = open('incoming', 'sent', 'sent', 'failed', 'failed');
    after(0);
    // Scrolled up in a list that drops what is out of sight, and down again: new elements for old messages.
    for (const row of rows.slice(3)) row.remove();
    after(15);
    post('failed');
    post('failed');
    expect(after(15).failed).toBe(0);
    // One more than there ever were is new, and so are those with it.
    post('failed');
    expect(after(15).failed).toBe(1);
  });

  it('counts in another chat, however many failed in the one before', () => {
    open('failed', 'failed', 'failed');
    after(0);
    open('incoming', 'sent');
    after(15);
    post('failed');
    post('failed');
    expect(after(15).failed).toBe(2);
  });

  it('counts no more when it is sent again and gets through between two looks', () => {
    const row = post('waiting');
    after(0);
    become(row, 'failed');
    after(2);
    become(row, 'sent');
    expect(after(2)).toEqual({ waitsMs: [], failed: 0, left: true });
  });

  it('does not in a short chat whose newest message was taken back', () => {
    const [, , newest] = open('failed', 'failed', 'sent');
    after(0);
    newest?.remove();
    expect(after(15).failed).toBe(0);
  });

  it('is forgiven by the next that gets through', () => {
    open('incoming');
    after(0);
    post('failed');
    post('failed');
    after(15);
    post('sent');
    expect(after(15)).toEqual({ waitsMs: [], failed: 0, left: true });
  });
});

describe('what was seen', () => {
  it('is nothing without an open chat', () => {
    page.body.innerHTML = '<div id="app"></div>';
    expect(after(15)).toEqual({ waitsMs: [], failed: 0, left: false });
  });

  it('is not news when another chat is opened: its messages left long ago', () => {
    open('sent');
    after(0);
    open('sent', 'sent');
    expect(after(15).left).toBe(false);
  });

  it('changes nothing in the page', () => {
    open('waiting', 'failed', 'sent', 'upload');
    const before = page.documentElement.outerHTML;
    after(0);
    after(15);
    expect(page.documentElement.outerHTML).toBe(before);
  });
});
