import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
for (const kind of process.argv.slice(2)) {
  console.log('=====', kind);
  const lab = await S.startLab({ world: { whatsapp: { clientTimeScale: 0.05, serviceWorker: true } } });
  console.time('open');
  const s = await Br.openBrowser({ kind, lab, extensionDir: '/tmp/labprobe/ext', lang: 'de' });
  console.timeEnd('open');
  const ext = await s.openExtensionPage('manifest.json');
  const send = (m) => ext.evaluate((m) => (globalThis.browser ?? chrome).runtime.sendMessage(m), m);
  const logs = async (title, filter = () => true) => {
    await sleep(400);
    const l = await send({ log: 1 });
    console.log('--', title);
    for (const x of l.filter(filter))
      console.log(
        '   ',
        x.t?.toFixed(1),
        x.n,
        x.type ?? '',
        (x.url ?? '').replace('https://web.whatsapp.com', '').slice(0, 60),
        x.error ?? '',
        x.status ?? '',
        x.redirectUrl ?? '',
        x.n === 'cs' ? JSON.stringify(x, null, 1) : '',
      );
  };
  console.log(
    await ext.evaluate(() => [
      (globalThis.browser ?? chrome).i18n.getUILanguage(),
      navigator.language,
      (globalThis.browser ?? chrome).i18n.getMessage('@@ui_locale'),
    ]),
  );
  const p = await s.newPage();
  await s.gotoWhatsApp(p);
  await p.waitForSelector('#pane-side', { timeout: 5000 }).catch((e) => console.log(e.message));
  console.log(
    await p.evaluate(() =>
      Promise.race([
        navigator.serviceWorker.ready.then((r) => !!r.active),
        new Promise((r) => setTimeout(() => r('sw not ready'), 3000)),
      ]),
    ),
  );
  await p.goto('https://web.whatsapp.com/');
  await send({ log: 1 });
  console.log(lab.requests.map((r) => r.host + r.path).join(' '));
  lab.clearRequests();
  lab.setWorld({ allDead: true });
  await s.gotoWhatsApp(p);
  await logs('dead, served by worker', (x) => x.n !== 'cs');
  console.log(
    p.url(),
    await p.evaluate(() => performance.getEntriesByType('navigation')[0].responseStatus),
    await p.evaluate(() => document.querySelector('#app')?.textContent.slice(0, 50)),
  );
  console.log(lab.requests.map((r) => r.host + r.path).join(' '));
  lab.setWorld({ allDead: false, untrusted: ['signal.org'] });
  await p.goto('https://signal.org/').catch((e) => console.log(e.message));
  lab.setWorld({ untrusted: ['metastatus.com'], whatsapp: { serviceWorker: false } });
  await send({ log: 1 });
  await send({ fetch: 'https://metastatus.com/' });
  await p.goto('https://metastatus.com/').catch((e) => console.log(e.message));
  await logs('bad cert');
  await p.goto('about:blank');
  await ext.close();
  console.log('running', await s.isBackgroundRunning());
  await s.stopBackground();
  console.log('running', await s.isBackgroundRunning());
  await s.gotoWhatsApp(p);
  await sleep(300);
  console.log('running', await s.isBackgroundRunning());
  await s.stopBackground();
  console.log('running', await s.isBackgroundRunning());
  await s.close();
  await lab.close();
}
