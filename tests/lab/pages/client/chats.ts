/** A chat nobody had. */
export interface Chat {
  name: string;
  last: string;
  time: string;
  unread?: number;
  /** What is in it, when opened. */
  messages?: Message[];
}

/** Invented chats for the list. */
export const CHATS: Chat[] = [
  { name: 'Weekend hikers', last: 'Ines: I can bring the map', time: '16:42', unread: 3 },
  { name: 'Amina', last: 'On my way', time: '16:40' },
  { name: 'Book club', last: 'Marek: chapter seven, no spoilers please', time: '15:10', unread: 12 },
  { name: 'Uncle Teo', last: 'Photo', time: '14:55' },
  {
    name: 'Choir, altos',
    last: 'Rehearsal moved to Thursday',
    time: '13:27',
    // Failed long ago and never sent again.
    messages: [
      { text: 'Rehearsal moved to Thursday', time: '13:27' },
      { text: 'Which hall?', time: '13:29', status: 'failed' },
      { text: 'Hello?', time: '13:31', status: 'failed' },
      { text: 'I am at the old one', time: '13:58', status: 'failed' },
    ],
  },
  { name: 'Jonas', last: 'Thanks, that worked!', time: '12:02' },
  { name: 'Bakery on the corner', last: 'Your order is ready', time: '09:15' },
  { name: 'Neighbours, house 12', last: 'Lena: the lift is fixed', time: 'Yesterday' },
  { name: 'Padma', last: 'Voice message', time: 'Yesterday' },
  { name: 'School run', last: 'Who drives on Monday?', time: 'Friday' },
];

/** Status of an outgoing message. */
export type Status = 'time' | 'sent' | 'delivered' | 'read' | 'failed' | 'upload';

/** A message of the open chat; without a status it came in. */
export interface Message {
  text: string;
  time: string;
  status?: Status;
}

/** Whose conversation is open at first, and takes what is sent here. */
export const FIRST_OPEN = 'Amina';

/** That conversation. */
export const MESSAGES: Message[] = [
  { text: 'Are you coming on the 17:20?', time: '16:31' },
  { text: 'Yes, I have a seat by the window', time: '16:33', status: 'read' },
  { text: 'Bring a coat, it is windy up here', time: '16:34' },
  { text: 'Packed. And the good biscuits.', time: '16:36', status: 'read' },
  { text: 'See you at the station', time: '16:38' },
  { text: 'On my way', time: '16:40', status: 'delivered' },
];
