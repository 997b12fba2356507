import { runnerImport } from 'vite';

const o = { configFile: false, root: '/work/main' };
const { module: S } = await runnerImport('/work/main/tests/lab/server.ts', o);
const { module: Br } = await runnerImport('/work/main/tests/lab/browsers/index.ts', o);
const lab = await S.startLab();
const s = await Br.openBrowser({ kind: 'firefox', lab, extensionDir: '/tmp/labprobe/ext' });
const c = s.browser.connection;
console.log(typeof c, c && Object.getOwnPropertyNames(Object.getPrototypeOf(c)));
const tree = await c.send('browsingContext.getTree', { 'moz:scope': 'chrome' }).catch((e) => e);
console.log(JSON.stringify(tree?.result ?? String(tree)).slice(0, 600));
const ctx = tree.result.contexts[0].context;
const ev = async (expression) => {
  const r = await c
    .send('script.evaluate', { expression, target: { context: ctx }, awaitPromise: true })
    .catch((e) => e);
  return JSON.stringify(r.result ?? String(r)).slice(0, 500);
};
console.log(await ev(`Services.appinfo.name`));
console.log(await ev(`WebExtensionPolicy.getByID('probe@example.org').extension.backgroundState`));
const t = Date.now();
console.log(
  await ev(
    `WebExtensionPolicy.getByID('probe@example.org').extension.terminateBackground({ignoreDevToolsAttached:true}).then(()=>WebExtensionPolicy.getByID('probe@example.org').extension.backgroundState)`,
  ),
  Date.now() - t,
);
const p = await s.newPage();
await s.gotoWhatsApp(p);
console.log(await ev(`WebExtensionPolicy.getByID('probe@example.org').extension.backgroundState`));
console.log(
  await s.inExtension(() =>
    browser.runtime.sendMessage({ log: 1 }).then((l) => l.map((x) => `${x.n} ${x.type} ${x.url}`)),
  ),
);
console.log(await ev(`Services.locale.requestedLocales + ' / ' + Services.locale.availableLocales`));
await s.close();
await lab.close();
