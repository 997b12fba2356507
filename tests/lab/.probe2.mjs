import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
for (const kind of process.argv.slice(2)) {
  console.log('=====', kind);
  const lab = await S.startLab({ world: { whatsapp: { clientTimeScale: 1 } } });
  const start = async (opt = {}) => {
    const s = await Br.openBrowser({ kind, lab, extensionDir: '/tmp/labprobe/ext', ...opt });
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
    return { s, ext, send, logs };
  };
  let { s, send, logs } = await start();
  const p = await s.newPage();
  p.on('console', (m) => console.log('   console:', m.type(), m.text().slice(0, 300)));
  await s.gotoWhatsApp(p);
  await sleep(800);
  await logs('(c)', (x) => x.n === 'cs');
  await p.goto('https://signal.org/');
  lab.setWorld({ portal: 'redirect' });
  await send({ log: 1 });
  await send({ fetch: 'https://web.whatsapp.com/status.json', redirect: 'manual' });
  await logs('(a) with responseHeaders');
  lab.setWorld({ portal: 'html' });
  await s.gotoWhatsApp(p);
  await logs('portal html main_frame');
  lab.setWorld({ portal: false });
  await p.goto('https://signal.org/');
  lab.setWorld({ whatsapp: { document: 'hang' } });
  await send({ log: 1 });
  p.goto('https://web.whatsapp.com/').catch(() => {});
  await sleep(400);
  if (kind === 'chrome') {
    const c = await p.createCDPSession();
    await c.send('Page.stopLoading');
    await logs('stop button (Page.stopLoading)');
  }
  const q = await s.newPage();
  q.goto('https://web.whatsapp.com/').catch(() => {});
  await sleep(400);
  await send({ log: 1 });
  await q.close();
  await logs('tab closed while hanging');
  const r = await s.newPage();
  r.goto('https://web.whatsapp.com/').catch(() => {});
  await sleep(400);
  await send({ log: 1 });
  lab.setWorld({ whatsapp: { document: 'healthy' } });
  await r
    .goto('https://web.whatsapp.com/', { waitUntil: 'domcontentloaded' })
    .catch((e) => console.log(e.message));
  await logs('reload of the same address while hanging', (x) => x.type === 'main_frame');
  await r.close();
  if (kind === 'firefox') {
    lab.setWorld({ whatsapp: { socket: 'hang' } });
    const t = await s.newPage();
    await s.gotoWhatsApp(t);
    await sleep(24000);
    await logs('(e) ws hang 24s', (x) => x.type === 'websocket');
  }
  lab.setWorld({ whatsapp: { socket: 'accept' } });
  await s.close();
  ({ s, send, logs } = await start(
    kind === 'chrome' ? { unresolvable: ['metastatus.com'] } : { acceptCertificates: false },
  ));
  const p3 = await s.newPage();
  await send({ log: 1 });
  if (kind === 'chrome') {
    await send({ fetch: 'https://metastatus.com/x' });
    await logs('fetch nxdomain');
    await p3.goto('https://metastatus.com/x').catch(() => {});
    await logs('main nxdomain');
    lab.setWorld({ untrusted: ['web.whatsapp.com'] });
    await send({ fetch: 'https://web.whatsapp.com/status.json' });
    await logs('fetch bad cert');
    await s.gotoWhatsApp(p3);
    await logs('main bad cert');
    await p3.goto('https://signal.org/');
    lab.setWorld({ untrusted: [] });
    await s.gotoWhatsApp(p3);
    await sleep(300);
    await send({ log: 1 });
    lab.setWorld({ untrusted: ['web.whatsapp.com'], whatsapp: { socket: 'refuse' } });
    await sleep(100);
    lab.setWorld({ whatsapp: { socket: 'accept' } });
    await sleep(1500);
    await logs('ws bad cert');
  } else {
    await send({ fetch: 'https://web.whatsapp.com/status.json' });
    await logs('fetch bad cert');
    await s.gotoWhatsApp(p3);
    await logs('main bad cert', (x) => 1);
    console.log(await p3.title());
  }
  await s.close();
  await lab.close();
}
