import type { Status } from './chats.ts';
import { after, onWorld, scaled, world } from './lab.ts';
import { bubble, setStatus } from './message.ts';

/** A message sent here. Drawn anew whenever its conversation is. */
interface Outgoing {
  text: string;
  time: string;
  at: number;
  arrived: boolean;
  made?: HTMLElement;
}

/** Newest last, and the conversation on screen if it is theirs. */
const sent: Outgoing[] = [];
let history: HTMLElement | undefined;
let lineUp = true;
onWorld(settle);

/** Let the messages of this conversation fare as the world says. */
export function followSends(shown: HTMLElement): void {
  history = shown;
  for (const message of sent) draw(message);
  settle();
}

/** Another conversation is on screen: what waits goes on waiting unseen. */
export function leaveSends(): void {
  history = undefined;
}

/** The line came or went. */
export function lineIsUp(up: boolean): void {
  lineUp = up;
  settle();
}

/** Send a message and see what becomes of it. */
export function sendMessage(text: string): void {
  const message = { text, time: new Date().toTimeString().slice(0, 5), at: Date.now(), arrived: false };
  sent.push(message);
  draw(message);
  after(world.sendsAfterMs, settle);
  settle();
}

function draw(message: Outgoing): void {
  if (!history) return;
  const status = message.arrived ? 'delivered' : 'time';
  message.made = bubble({ text: message.text, time: message.time, status });
  history.append(message.made);
  message.made.scrollIntoView();
}

function settle(): void {
  if (!history) return;
  // Tests should not have to type: the page sends what the world wants sent.
  const wanted = Math.max(world.messages, world.sends === 'ok' ? 0 : 1);
  if (sent.length < wanted) {
    sendMessage('Train is on time');
    return;
  }
  for (const message of sent) if (!message.arrived) fare(message);
}

function fare(message: Outgoing): void {
  const { made, at } = message;
  if (!made) return;
  const due = Date.now() - at >= scaled(world.sendsAfterMs) - 5;
  if (!lineUp || !due) setStatus(made, world.sends === 'upload' ? 'upload' : 'time');
  else if (world.sends === 'ok') arrive(message);
  else setStatus(made, ({ pending: 'time', fail: 'failed', upload: 'upload' } as const)[world.sends]);
}

function arrive(message: Outgoing): void {
  const step = (status: Status): void => {
    if (message.made) setStatus(message.made, status);
  };
  message.arrived = true;
  step('sent');
  after(800, () => step('delivered'));
}
