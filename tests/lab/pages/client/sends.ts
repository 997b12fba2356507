import type { Status } from './chats.ts';
import { after, onWorld, world } from './lab.ts';
import { bubble, setStatus } from './message.ts';

/** Messages sent here, newest last, and the conversation on screen. */
let sent: HTMLElement[] = [];
let history: HTMLElement | undefined;
onWorld(settle);

/** Let the messages of this conversation fare as the world says. */
export function followSends(shown: HTMLElement): void {
  history = shown;
  sent = [];
  settle();
}

/** Send a message and see what becomes of it. */
export function sendMessage(shown: HTMLElement, text: string): void {
  const made = bubble({ text, time: new Date().toTimeString().slice(0, 5), status: 'time' });
  shown.append(made);
  made.scrollIntoView();
  sent.push(made);
  settle();
}

function settle(): void {
  if (!history) return;
  // A world in which sends do not go through needs something sent: tests should not have to type.
  if (world.sends !== 'ok' && sent.length === 0) {
    sendMessage(history, 'Train is on time');
    return;
  }
  for (const made of sent) {
    if (world.sends === 'pending') setStatus(made, 'time');
    if (world.sends === 'fail') setStatus(made, 'failed');
    if (world.sends === 'ok') arrive(made);
  }
}

function arrive(made: HTMLElement): void {
  const step = (status: Status): void => {
    if (world.sends === 'ok') setStatus(made, status);
  };
  step('sent');
  after(800, () => step('delivered'));
}
