import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const { module: Sc } = await runnerImport('/work/main/tests/lab/screenshot.ts', o);
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
for (const kind of process.argv.slice(2)) {
  console.log('=====', kind);
  const lab = await S.startLab({ world: { whatsapp: { clientTimeScale: 0.05 } } });
  for (const lang of ['bn', 'pt-BR']) {
    const s = await Br.openBrowser({
      kind,
      lab,
      extensionDir: '/tmp/labprobe/ext',
      lang,
      colorScheme: 'dark',
    });
    console.log(
      lang,
      await s.inExtension(() => [
        (globalThis.browser ?? chrome).i18n.getMessage('hi'),
        (globalThis.browser ?? chrome).i18n.getUILanguage(),
        navigator.language,
        navigator.languages.join(),
        matchMedia('(prefers-color-scheme:dark)').matches,
      ]),
    );
    if (lang === 'bn') {
      await s.close();
      continue;
    }
    const ext = await s.openExtensionPage('manifest.json');
    const send = (m) => ext.evaluate((m) => (globalThis.browser ?? chrome).runtime.sendMessage(m), m);
    await send({ log: 1 });
    lab.setWorld({ untrusted: ['metastatus.com'] });
    await send({ fetch: 'https://metastatus.com/' });
    const p = await s.newPage();
    await p.goto('https://metastatus.com/').catch((e) => console.log(e.message.slice(0, 150)));
    await sleep(300);
    console.log((await send({ log: 1 })).filter((x) => x.error).map((x) => [x.n, x.type, x.error]));
    lab.setWorld({ untrusted: [], whatsapp: { document: 'hang' } });
    console.time('hang');
    await s.gotoWhatsApp(p);
    console.timeEnd('hang');
    lab.setWorld({ whatsapp: { document: 'healthy' } });
    await p.goto('about:blank');
    for (const [page, scheme] of [
      ['banner-retry', 'light'],
      ['banner-retry', 'dark'],
      ['cold-cannot-connect', 'light'],
      ['qr', 'dark'],
      ['loading-frozen', 'light'],
      ['splash', 'dark'],
      ['qr-loading', 'light'],
      ['unsupported', 'light'],
    ]) {
      lab.setWorld({ whatsapp: { page, sends: page === 'banner-retry' ? 'fail' : 'ok' } });
      await s.gotoWhatsApp(p);
      await sleep(300);
      await Sc.screenshot(s, p, {
        path: `/tmp/labprobe/${kind}-${page}-${scheme}.png`,
        width: 1000,
        height: 600,
        scale: 1,
        colorScheme: scheme,
      });
    }
    await s.close();
  }
  await lab.close();
}
