import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Lab probe',
  version: '1',
  permissions: ['webRequest'],
  host_permissions: ['https://web.whatsapp.com/*', 'wss://web.whatsapp.com/*', 'https://metastatus.com/*'],
  // Each browser takes the one it knows.
  background: { service_worker: 'background.js', scripts: ['background.js'] },
  action: { default_popup: 'pages/popup.html', default_title: 'Lab probe' },
  browser_specific_settings: { gecko: { id: 'probe@lab.example' } },
};

/** Notes down what `webRequest` says and tells it to whoever asks; fetches on request. */
const BACKGROUND = `
const api = globalThis.browser ?? chrome;
const seen = [];
const urls = ['https://web.whatsapp.com/*', 'wss://web.whatsapp.com/*', 'https://metastatus.com/*'];
for (const name of ['onBeforeRequest', 'onBeforeRedirect', 'onCompleted', 'onErrorOccurred']) {
  api.webRequest[name].addListener(({ type, url, statusCode, error, redirectUrl }) => {
    seen.push({ name, type, url, statusCode, error, redirectUrl });
  }, { urls });
}
api.runtime.onMessage.addListener((message, _sender, answer) => {
  if (message.fetch === undefined) return void answer(seen);
  const options = { cache: 'no-store', credentials: 'omit', redirect: 'manual' };
  fetch(message.fetch, options).then(({ type }) => answer(type), () => answer('rejected'));
  return true;
});
api.action.setBadgeText({ text: 'lab' });
`;

/** What the probe saw of one request. */
export interface Seen {
  name: 'onBeforeRequest' | 'onBeforeRedirect' | 'onCompleted' | 'onErrorOccurred';
  type: string;
  url: string;
  statusCode?: number;
  error?: string;
  redirectUrl?: string;
}

/** Write a small extension that shows what extensions can see; `remove` when done. */
export async function writeProbeExtension(): Promise<{ dir: string; remove(): Promise<void> }> {
  const dir = await mkdtemp(join(tmpdir(), 'lab-probe-'));
  await mkdir(join(dir, 'pages'));
  await writeFile(join(dir, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(dir, 'background.js'), BACKGROUND);
  await writeFile(join(dir, 'pages/popup.html'), '<!doctype html><title>Probe</title><main>Lab probe</main>');
  return { dir, remove: () => rm(dir, { recursive: true, force: true }) };
}

interface Runtime {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

/** All the probe saw. For `session.inExtension`. */
export async function readProbe(): Promise<Seen[]> {
  const scope = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
  return (await (scope.browser ?? scope.chrome).runtime.sendMessage({})) as Seen[];
}

/** The type of the answer the probe gets, or `rejected`. For `session.inExtension`. */
export async function fetchByProbe(url: string): Promise<string> {
  const scope = globalThis as unknown as { browser?: Runtime; chrome: Runtime };
  return (await (scope.browser ?? scope.chrome).runtime.sendMessage({ fetch: url })) as string;
}
