import type { World } from '../world.ts';
import { liveWorld } from './live-world.ts';

/** Where the shell's scripts and styles live on static.whatsapp.net. */
export const PATHS = {
  client: '/rsrc.php/v4/lab/client.js',
  vendor: '/rsrc.php/v4/lab/vendor.js',
  telemetry: '/rsrc.php/v4/lab/telemetry.js',
  style: '/rsrc.php/v5/lab/style.css',
} as const;

/** As strict as the real one, so that whatever the extension adds to the page is held to it. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  'script-src https://static.whatsapp.net',
  "style-src 'self' https://static.whatsapp.net",
  "connect-src 'self' wss://web.whatsapp.com wss://web.whatsapp.com:5222 https://*.whatsapp.net",
  'img-src data:',
  "worker-src 'self'",
].join('; ');

/** The green bubble, as a data: icon so that no request is made for it. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Ccircle cx=%228%22 cy=%228%22 r=%228%22 fill=%22%2325d366%22/%3E%3C/svg%3E';

const LOGO = 'M12 2a10 10 0 0 0-8.6 15L2 22l5.1-1.3A10 10 0 1 0 12 2m-5 8h10v2H7zm0 4h7v2H7z';
const STATIC = 'https://static.whatsapp.net';

/** Ids of the server's HTML in each generation (wa-version). */
const IDS: Record<World['whatsapp']['generation'], { root: string; splash: string }> = {
  '2022': { root: '', splash: 'initial_startup' },
  '2026': { root: ' id="whatsapp-web"', splash: 'wa_web_initial_startup' },
};

/** The HTML the server sends: a splash, and scripts that are to replace it. */
export function shell(world: World): string {
  const scripts = [PATHS.vendor, PATHS.client, PATHS.telemetry]
    .map((path) => `<script src="${STATIC}${path}" async crossorigin="anonymous"></script>`)
    .join('\n');
  const { root, splash } = IDS[world.whatsapp.generation];
  return `<!DOCTYPE html>
<html${root} lang="en" dir="ltr"><head>${head(world)}
${scripts}
</head><body>
<div id="${splash}"><div class="splash">
<div class="logo"><svg viewBox="0 0 24 24" width="52" height="52"><path fill="currentColor" d="${LOGO}"/></svg></div>
<div class="name">WhatsApp</div>
<div class="bar"><progress value="0" max="100" dir="ltr"></progress></div>
<div class="lock"><svg viewBox="0 0 24 24" width="12" height="12"><title>ic-lock</title></svg> End-to-end encrypted</div>
</div></div>
<div id="has-finished-comet-page" hidden></div>
</body></html>
`;
}

/** What the server sends to browsers it does not like. */
export function unsupportedPage(world: World): string {
  return `<!DOCTYPE html>
<html id="whatsapp-web" lang="en" dir="ltr"><head>${head(world)}
<script src="${STATIC}${PATHS.client}" async crossorigin="anonymous"></script>
</head><body><div class="splash"><h1>WhatsApp works with Google Chrome 100+</h1>
<p>To use WhatsApp, update Chrome or use another browser.</p>
<a href="https://support.google.com/chrome/answer/95414">Update Google Chrome</a></div></body></html>
`;
}

function head(world: World): string {
  const state = JSON.stringify(liveWorld(world)).replace(/[&"<>]/g, (one) => `&#${one.charCodeAt(0)};`);
  return `<meta charset="utf-8"><title>WhatsApp</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="lab-world" content="${state}">
<link id="favicon" rel="icon" href="${ICON}">
<link rel="stylesheet" href="${STATIC}${PATHS.style}" crossorigin="anonymous">`;
}
