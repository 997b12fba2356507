/** What the bench adds to the fake client's page, served as a script of its own. Runs in the page, alone. */

/** What the page tells the bench. */
export interface PageTold {
  /** Resolves when the chats are there and the page did all it had to do. */
  done: Promise<void>;
  finish: () => void;
  /** Tasks over 50 ms, where the browser counts them; else null. */
  longTasks: number | null;
}

export interface PageOptions {
  /** Rows of ten nodes in the chat list; 0 leaves the fake client's own. */
  rows: number;
  /** Rows replaced per turn. */
  rowsPerTurn: number;
  turns: number;
  everyMs: number;
}

/** Makes the page as busy as told. Must stand alone: its text is what the page gets. */
export function pageScript({ rows, rowsPerTurn, turns, everyMs }: PageOptions): void {
  const { bench: told } = globalThis as unknown as { bench: PageTold };
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    told.longTasks = 0;
    const count = (list: PerformanceObserverEntryList): void => {
      told.longTasks = (told.longTasks ?? 0) + list.getEntries().length;
    };
    new PerformanceObserver(count).observe({ type: 'longtask', buffered: true });
  }

  const node = (tag: string, className: string, ...children: (Node | string)[]): HTMLElement => {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...children);
    return made;
  };
  const icon = (name: string): SVGSVGElement => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '16');
    const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
    title.textContent = name;
    svg.append(title, document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    return svg;
  };
  // Ten nodes, with an icon as real rows have one: icons are what our script looks for.
  const row = (turn: number): HTMLElement => {
    const top = node('div', 'top', node('b', '', `Chat ${turn}`), node('time', '', '16:42'));
    const last = node('div', 'last', icon('wds-ic-read'));
    const made = node('div', '', node('div', 'avatar'), node('div', 'text', top, last));
    made.setAttribute('role', 'row');
    return made;
  };
  const message = (turn: number): HTMLElement => {
    const made = node(
      'div',
      'bubble out',
      `Message ${turn}`,
      node('span', 'status', icon('wds-ic-delivered')),
    );
    made.setAttribute('role', 'row');
    made.dataset.id = `true_bench_${turn}`;
    return made;
  };

  // In plain callbacks: what runs after an `await` is not counted as script by Chromium.
  const turnOver = (list: Element, messages: Element, turn: number): void => {
    for (let step = 0; step < rowsPerTurn; step++)
      list.children[(turn * rowsPerTurn + step) % rows]?.replaceWith(row(turn));
    messages.firstElementChild?.remove();
    messages.append(message(turn));
    if (turn + 1 < turns) setTimeout(turnOver, everyMs, list, messages, turn + 1);
    else told.finish();
  };
  const begin = (): void => {
    const list = document.querySelector('#pane-side [role=grid]');
    const messages = document.querySelector('#main .messages');
    if (list === null || messages === null) {
      setTimeout(begin, 50);
      return;
    }
    if (rows === 0) {
      told.finish();
      return;
    }
    list.replaceChildren(...Array.from({ length: rows }, (_, index) => row(index)));
    messages.replaceChildren(...Array.from({ length: 200 }, (_, index) => message(index)));
    setTimeout(turnOver, everyMs, list, messages, 0);
  };
  begin();
}
