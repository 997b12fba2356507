/** How far back the crowd is listened to, in ms. */
export const QUARTER_MS = 15 * 60_000;
