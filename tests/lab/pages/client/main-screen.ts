import { CHATS, type Chat, FIRST_OPEN } from './chats.ts';
import { startChurn } from './churn.ts';
import { avatar, openConversation } from './conversation.ts';
import { h } from './dom.ts';
import { world } from './lab.ts';

/** The chats: list on the left, one conversation on the right. */
export function renderMain(): HTMLElement {
  const old = world.generation === '2022';
  const rows = CHATS.map(chatRow);
  const header = h('header', {}, h('h2', {}, 'Chats'));
  const search = h('div', { class: 'search' }, 'Search or start a new chat');
  const place = old
    ? h('span', { class: 'butterbar-place' })
    : h('span', { class: 'butterbar-place', 'data-testid': 'chat-butterbar' });
  const pane = h(
    'div',
    { id: 'pane-side', ...(old ? {} : { 'data-scrolltracepolicy': 'wa.web.chatlist' }) },
    h('div', { role: 'grid', 'aria-rowcount': String(rows.length), 'aria-label': 'Chat list' }, ...rows),
  );
  const side = h('div', { id: 'side' }, ...(old ? [search, pane] : [header, search, place, pane]));
  // Until 2023 header and notices stood beside the column, not in it (a recorded page of 2022-12).
  const column = old ? h('div', { class: 'column' }, header, place, side) : side;
  const columns = h('div', { class: 'columns' }, column, openConversation(FIRST_OPEN));
  columns.append(h('div', { id: 'expressions-panel-container' }));
  pane.addEventListener('click', ({ target }) => {
    const name = (target as Element).closest('[role="row"]')?.querySelector('b')?.textContent;
    if (name) columns.querySelector('#main')?.replaceWith(openConversation(name));
  });
  startChurn(side);
  return columns;
}

function chatRow({ name, last, time, unread }: Chat): HTMLElement {
  const foot = h('div', { class: 'last' }, h('span', {}, last));
  if (unread) foot.append(h('span', { class: 'unread' }, String(unread)));
  const text = h(
    'div',
    { class: 'text' },
    h('div', { class: 'top' }, h('b', {}, name), h('time', {}, time)),
    foot,
  );
  return h('div', { role: 'row' }, avatar(name), text);
}
