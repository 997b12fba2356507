import { CHATS, type Chat, MESSAGES } from './chats.ts';
import { startChurn } from './churn.ts';
import { h } from './dom.ts';
import { bubble } from './message.ts';
import { followSends, sendMessage } from './sends.ts';

/** The chats: list on the left, one conversation on the right. */
export function renderMain(): HTMLElement {
  const rows = CHATS.map(chatRow);
  const side = h(
    'div',
    { id: 'side' },
    h('header', {}, h('h2', {}, 'Chats')),
    h('div', { class: 'search' }, 'Search or start a new chat'),
    h('span', { 'data-testid': 'chat-butterbar' }),
    h(
      'div',
      { id: 'pane-side', 'data-scrolltracepolicy': 'wa.web.chatlist' },
      h('div', { role: 'grid', 'aria-rowcount': String(rows.length), 'aria-label': 'Chat list' }, ...rows),
    ),
  );
  const history = h('div', { class: 'messages', role: 'application' }, ...MESSAGES.map(bubble));
  const main = h(
    'div',
    { id: 'main' },
    h('header', {}, avatar('Amina'), h('b', {}, 'Amina')),
    history,
    composer(history),
  );
  followSends(history);
  startChurn(side);
  return h('div', { class: 'columns' }, side, main, h('div', { id: 'expressions-panel-container' }));
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

function avatar(name: string): HTMLElement {
  return h('div', { class: `avatar hue${name.length % 6}`, 'aria-hidden': 'true' }, name.slice(0, 1));
}

function composer(history: HTMLElement): HTMLElement {
  const box = h('div', {
    contenteditable: 'true',
    role: 'textbox',
    'aria-label': 'Type a message',
    class: 'composer',
  });
  box.addEventListener('keydown', (event) => {
    const text = box.textContent.trim();
    if (event.key !== 'Enter' || text === '') return;
    event.preventDefault();
    box.textContent = '';
    sendMessage(history, text);
  });
  return h('footer', {}, box);
}
