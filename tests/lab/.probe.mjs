import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
for (const kind of process.argv.slice(2)) {
  console.log('=====', kind);
  const lab = await S.startLab({ world: { whatsapp: { clientTimeScale: 0.05 } } });
  const s = await Br.openBrowser({
    kind,
    lab,
    extensionDir: '/tmp/labprobe/ext',
    refusing: kind === 'chrome' ? ['metastatus.com'] : undefined,
  });
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
        x.n === 'cs' ? JSON.stringify(x) : '',
      );
  };
  const p = await s.newPage();
  const reset = () =>
    lab.setWorld((w) => ({
      ...w,
      portal: false,
      allDead: false,
      hosts: {},
      whatsapp: {
        ...w.whatsapp,
        document: 'healthy',
        statusJson: 'healthy',
        socket: 'accept',
        socket5222: 'same',
        page: 'auto',
      },
      localDns: { unresolvable: [], refusing: [] },
      untrusted: [],
    }));
  await send({ log: 1 });
  // a
  lab.setWorld({ portal: 'redirect' });
  await send({ fetch: 'https://web.whatsapp.com/status.json', redirect: 'manual' });
  await logs('(a) manual fetch of status.json, 302 to foreign host');
  await send({ fetch: 'https://web.whatsapp.com/status.json', redirect: 'error' });
  await logs('(a2) redirect:error');
  await send({ fetch: 'https://web.whatsapp.com/status.json', redirect: 'follow' });
  await logs('(a3) redirect:follow');
  // b
  await s.gotoWhatsApp(p);
  await logs('(b) main_frame redirected');
  console.log('   url now', p.url());
  reset();
  // f + d
  lab.setWorld({ whatsapp: { statusJson: 'dead', document: 'dead' } });
  for (let i = 0; i < 3; i++) {
    await send({ fetch: 'https://web.whatsapp.com/status.json', redirect: 'manual' });
    await logs('(f) fetch dead');
  }
  await s.gotoWhatsApp(p);
  await logs('(d) main_frame dead');
  reset();
  if (kind === 'chrome') {
    await send({ fetch: 'https://metastatus.com/x', redirect: 'manual' });
    await logs('(d) fetch refused');
    await p.goto('https://metastatus.com/').catch(() => {});
    await logs('(d) main_frame refused');
  } else {
    lab.setWorld({ localDns: { unresolvable: [], refusing: ['web.whatsapp.com'] } });
    await send({ fetch: 'https://web.whatsapp.com/status.json' });
    await logs('(d) fetch refused');
    await s.gotoWhatsApp(p);
    await logs('(d) main_frame refused');
    lab.setWorld({ localDns: { unresolvable: ['web.whatsapp.com'], refusing: [] } });
    await send({ fetch: 'https://web.whatsapp.com/status.json' });
    await logs('(d) fetch nxdomain');
    await s.gotoWhatsApp(p);
    await logs('(d) main_frame nxdomain');
  }
  reset();
  // abort by another navigation
  lab.setWorld({ whatsapp: { document: 'hang' } });
  const g = p.goto('https://web.whatsapp.com/').catch(() => {});
  await sleep(500);
  await p.goto('https://signal.org/').catch((e) => console.log(e.message));
  await g;
  await logs('(d) hang, then another navigation');
  const g2 = p.goto('https://web.whatsapp.com/').catch(() => {});
  await sleep(500);
  const pr = p.evaluate(() => window.stop()).catch(() => {});
  await Promise.race([pr, sleep(1000)]);
  await logs('(d) hang, then window.stop()');
  await p.close().catch(() => {});
  await logs('(d) hang, tab closed');
  const p2 = await s.newPage();
  lab.setWorld({ whatsapp: { statusJson: 'hang' } });
  await send({ fetch: 'https://web.whatsapp.com/status.json', timeout: 700 });
  await logs('(d) own fetch hang, aborted by AbortController');
  reset();
  // e sockets
  const ws = (x) => x.type === 'websocket';
  for (const socket of ['accept', 'refuse', 'dead', 'silent', 'hang']) {
    lab.setWorld({ whatsapp: { socket } });
    await p2.goto('https://signal.org/');
    await send({ log: 1 });
    await p2.goto('https://web.whatsapp.com/', { waitUntil: 'domcontentloaded' });
    await sleep(socket === 'hang' || socket === 'silent' ? 2200 : 300);
    await logs('(e) socket ' + socket, ws);
    if (socket === 'accept') {
      lab.setWorld({ whatsapp: { socket: 'refuse' } });
      await sleep(300);
      await logs('(e) accept then cut', ws);
    }
  }
  reset();
  await s.close();
  await lab.close();
}
