import type { Message } from './chats.ts';
import { button, h, icon } from './dom.ts';

/** One message. */
export function bubble({ text, time, status }: Message): HTMLElement {
  const foot = h('span', { class: 'foot' }, time);
  const made = h(
    'div',
    { class: status ? 'bubble out' : 'bubble in', role: 'row' },
    h('span', {}, text),
    foot,
  );
  if (status) setStatus(made, status);
  return made;
}

const LABELS = { time: ' Pending ', sent: ' Sent ', delivered: ' Delivered ', read: ' Read ' } as const;

/** Show an outgoing message's status. A failed one keeps the clock and gets an error mark beside the bubble. */
export function setStatus(made: HTMLElement, status: NonNullable<Message['status']>): void {
  const shown = status === 'failed' ? 'time' : status;
  made.querySelector('.status')?.remove();
  made.querySelector('.failed')?.remove();
  const mark = h(
    'span',
    { class: 'status', 'aria-hidden': 'false', 'aria-label': LABELS[shown] },
    icon(`wds-ic-${shown}`, 16),
  );
  made.querySelector('.foot')?.append(mark);
  if (status !== 'failed') return;
  const failed = button('');
  failed.className = 'failed';
  failed.setAttribute('aria-label', 'Not sent');
  failed.append(icon('ic-error', 20));
  made.append(failed);
}
