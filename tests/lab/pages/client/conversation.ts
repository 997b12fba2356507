import { CHATS, FIRST_OPEN, MESSAGES } from './chats.ts';
import { h } from './dom.ts';
import { bubble } from './message.ts';
import { followSends, leaveSends, sendMessage } from './sends.ts';

/** The conversation with this name, as a new element: nothing of it outlives its place on the screen. */
export function openConversation(name: string): HTMLElement {
  const chat = CHATS.find((one) => one.name === name);
  const messages =
    name === FIRST_OPEN ? MESSAGES : (chat?.messages ?? [{ text: chat?.last ?? '', time: chat?.time ?? '' }]);
  const history = h('div', { class: 'messages', role: 'application' }, ...messages.map(bubble));
  if (name === FIRST_OPEN) followSends(history);
  else leaveSends();
  return h(
    'div',
    { id: 'main' },
    h('header', {}, avatar(name), h('b', {}, name)),
    history,
    composer(name === FIRST_OPEN),
  );
}

/** A round place with the first letter of a name. */
export function avatar(name: string): HTMLElement {
  return h('div', { class: `avatar hue${name.length % 6}`, 'aria-hidden': 'true' }, name.slice(0, 1));
}

function composer(sends: boolean): HTMLElement {
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
    if (sends) sendMessage(text);
  });
  return h('footer', {}, box);
}
