import { GROUPS } from './states.ts';

/** The playground: every state of the world as a button, and what the extension asks. */
export function playgroundPage(): string {
  const groups = GROUPS.map(({ title, choices }, group) => {
    const buttons = choices.map(
      ({ label }, index) =>
        `<button type="button" data-choice="${group}-${index}" aria-pressed="false">${escaped(label)}</button>`,
    );
    return `<fieldset><legend>${escaped(title)}</legend>${buttons.join('\n')}</fieldset>`;
  });
  return `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Playground</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/style.css"><script type="module" src="/client.js"></script></head>
<body><header><h1>The fake internet</h1>
<button type="button" data-choice="healthy">Make everything healthy</button>
<p>Open WhatsApp Web in the other tab and look at the extension there: it counts only the time you can see it.</p>
</header><main>${groups.join('\n')}</main>
<aside aria-labelledby="asked"><h2 id="asked">What the extension asks</h2><ol></ol></aside></body></html>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);
}
