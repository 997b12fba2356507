const EVERY = 1500;

/** Replace nodes of the chat list now and then, as a busy account's re-renders do. Ends with the list. */
export function startChurn(side: HTMLElement): void {
  let turn = 0;
  const timer = setInterval(() => {
    if (!side.isConnected) return clearInterval(timer);
    const rows = side.querySelectorAll('[role="row"]');
    const row = rows[turn++ % rows.length];
    row?.replaceWith(row.cloneNode(true));
  }, EVERY);
}
