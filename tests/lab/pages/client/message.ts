import type { Message } from './chats.ts';
import { button, h, icon, spinner } from './dom.ts';

let made = 0;

/** One message: a row, and in it what carries its id. */
export function bubble({ text, time, status }: Message): HTMLElement {
  const foot = h('span', { class: 'foot' }, time);
  const inside = h(
    'div',
    { class: status ? 'bubble out' : 'bubble in', 'data-id': `lab-${++made}` },
    h('span', {}, text),
    foot,
  );
  const row = h('div', { class: 'line', role: 'row' }, inside);
  if (status) setStatus(row, status);
  return row;
}

const LABELS = { time: ' Pending ', sent: ' Sent ', delivered: ' Delivered ', read: ' Read ' } as const;

/** Show an outgoing message's status. A failed one keeps the clock and gets an error mark beside the bubble. */
export function setStatus(row: HTMLElement, status: NonNullable<Message['status']>): void {
  const inside = row.querySelector<HTMLElement>('.bubble');
  if (!inside || inside.dataset.status === status) return;
  inside.dataset.status = status;
  const clock = status === 'failed' || status === 'upload' ? 'time' : status;
  for (const old of inside.querySelectorAll('.status, .failed, .upload')) old.remove();
  const mark = h(
    'span',
    { class: 'status', 'aria-hidden': 'false', 'aria-label': LABELS[clock] },
    icon(`wds-ic-${clock}`, 16),
  );
  inside.querySelector('.foot')?.append(mark);
  if (status === 'failed') inside.append(around('failed', 'Not sent', 'ic-error'));
  if (status !== 'upload') return;
  const cancel = around('upload', 'Cancel upload', 'media-cancel');
  cancel.append(spinner());
  inside.prepend(cancel);
}

function around(className: string, label: string, iconName: string): HTMLElement {
  const round = button('');
  round.className = className;
  round.setAttribute('aria-label', label);
  round.append(icon(iconName, 20));
  return round;
}
