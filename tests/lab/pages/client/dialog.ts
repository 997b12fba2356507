import { button, h } from './dom.ts';

/** A dialog; over nothing it is a cover screen. */
export interface Dialog {
  title?: string;
  text: string;
  rule?: boolean;
  actions?: string[];
}

/** The one shape all dialogs have (wa-diff WAWebModal, 2026-04). */
export function dialog({ title, text, rule, actions }: Dialog): HTMLElement {
  const body = h('div', { 'data-animate-modal-body': 'true' });
  if (title) body.append(h('h1', {}, title));
  body.append(h('div', {}, text));
  if (rule) body.append(h('hr'));
  if (actions) body.append(h('div', { class: 'actions' }, ...actions.map((label) => button(label))));
  const popup = h('div', { 'data-animate-modal-popup': 'true', 'aria-label': title ?? text }, body);
  const role = h('div', { role: 'dialog', 'aria-modal': 'true' }, popup);
  return h('div', { 'data-animate-modal-backdrop': 'true' }, role);
}
