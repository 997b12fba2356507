import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
for (const kind of process.argv.slice(2)) {
  const lab = await S.startLab({ world: { whatsapp: { clientTimeScale: 0.05 } } });
  const s = await Br.openBrowser({ kind, lab, extensionDir: '/tmp/labprobe/ext' });
  const p = await s.newPage();
  await s.gotoWhatsApp(p);
  const vis = async (t) =>
    console.log(kind, t, await p.evaluate(() => [document.visibilityState, document.hasFocus()]));
  await vis('alone');
  const q = await s.newPage();
  await vis('after newPage');
  const r = await q.evaluate(() => document.visibilityState);
  console.log('new page', r);
  await q.close();
  await vis('after closing it');
  console.time('inExt');
  const during = s.inExtension(() => new Promise((r) => setTimeout(r, 1200)));
  await sleep(800);
  await vis('during inExtension');
  await during;
  console.timeEnd('inExt');
  await vis('after inExtension');
  console.time('badge');
  await s.badge();
  console.timeEnd('badge');
  const pop = await s.openPopup();
  await vis('popup open');
  await p.bringToFront();
  await vis('after bringToFront');
  console.log(
    'raf',
    await Promise.race([
      p.evaluate(() => new Promise((r) => requestAnimationFrame(() => r('ok')))),
      sleep(1000).then(() => 'none'),
    ]),
  );
  await pop.close();
  if (kind === 'chrome') {
    const c = await s.browser.target().createCDPSession();
    const { targetId } = await c.send('Target.createTarget', {
      url: s.extensionUrl('manifest.json'),
      background: true,
    });
    await vis('after background target');
    await c.send('Target.closeTarget', { targetId });
    await vis('closed');
  }
  await s.close();
  await lab.close();
}
