import type { Browser, Page } from 'puppeteer-core';

/** Runs privileged code in Firefox itself and returns its result, a string. Needs `--remote-allow-system-access`. */
export type Inside = (expression: string) => Promise<string>;

/** WebDriver BiDi as Firefox extends it; puppeteer has the connection but no words for this. */
interface Connection {
  send(
    method: 'browsingContext.getTree',
    parameters: object,
  ): Promise<{ result: { contexts: { context: string }[] } }>;
  send(method: 'browsingContext.create', parameters: object): Promise<{ result: { context: string } }>;
  send(method: 'browsingContext.navigate', parameters: object): Promise<unknown>;
  send(method: 'script.evaluate', parameters: object): Promise<{ result: Evaluated }>;
}
type Evaluated =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** The way into a running Firefox. */
export function goInside(browser: Browser): Inside {
  const connection = connectionOf(browser);
  return async (expression) => {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const target = { context: tree.result.contexts[0]?.context };
    const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
    if (result.type === 'exception') throw new Error(`inside Firefox: ${result.exceptionDetails.text}`);
    return String(result.result.value);
  };
}

function connectionOf(browser: Browser): Connection {
  return (browser as unknown as { connection: Connection }).connection;
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

/** A new tab behind the others. `browser.newPage` makes one too, and then waits a second for it to be drawn. */
export async function newTabBehind(browser: Browser): Promise<Page> {
  // In the window of the oldest tab: in a private one an extension may have no place.
  const [oldest] = await browser.pages();
  const parameters = {
    type: 'tab',
    background: true,
    ...(oldest ? { referenceContext: contextOf(oldest) } : {}),
  };
  const { result } = await connectionOf(browser).send('browsingContext.create', parameters);
  const page = (await browser.pages()).find((one) => contextOf(one) === result.context);
  if (!page) throw new Error('Firefox opened a tab and lost it');
  return page;
}

/** Open a page of an extension. `page.goto` does so too, but its promise never settles. */
export async function openInside(page: Page, url: string): Promise<void> {
  const parameters = { context: contextOf(page), url, wait: 'none' };
  await connectionOf(page.browser()).send('browsingContext.navigate', parameters);
  // Asked from here: in a tab behind others neither timers nor frames can be relied on.
  while (!(await hasArrived(page, url))) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function hasArrived(page: Page, url: string): Promise<boolean> {
  const arrived = (there: string): boolean => document.URL === there && document.readyState === 'complete';
  return page.evaluate(arrived, url).catch(() => false);
}

/** Trust an authority, PEM, for web sites. */
export async function trust(inside: Inside, cert: string): Promise<void> {
  const base64 = cert.replace(/-----[^-]+-----|\s/g, '');
  await inside(
    `Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB).addCertFromBase64('${base64}', 'CT,,')`,
  );
}

/** A screen for notifications: without a display Firefox has none and closes each at once. */
export async function showAlerts(inside: Inside): Promise<void> {
  await inside(`(() => {
    const alerts = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert(alert, listener) {
        const shown = JSON.parse(Services.prefs.getStringPref('${ALERTS}', '[]'));
        Services.prefs.setStringPref('${ALERTS}', JSON.stringify([...shown, alert.title]));
        listener?.observe(null, 'alertshow', alert.cookie);
        const click = () => {
          Services.prefs.removeObserver('${CLICK}', click);
          listener?.observe(null, 'alertclickcallback', alert.cookie);
        };
        Services.prefs.addObserver('${CLICK}', click);
      },
      closeAlert() {},
    };
    const factory = {
      QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
      createInstance: (iid) => alerts.QueryInterface(iid),
    };
    const id = Components.ID('{5b0f3c0e-9d0b-4d53-9a60-0b2f5d7d8c11}');
    Components.manager
      .QueryInterface(Ci.nsIComponentRegistrar)
      .registerFactory(id, 'alerts of the lab', '@mozilla.org/alerts-service;1', factory);
  })()`);
}

/** Titles of the notifications shown since the browser started. */
export async function alertsOf(inside: Inside): Promise<string[]> {
  return JSON.parse(await inside(`Services.prefs.getStringPref('${ALERTS}', '[]')`));
}

/** The person clicks on what is shown. */
export async function clickAlert(inside: Inside): Promise<void> {
  await inside(`Services.prefs.setIntPref('${CLICK}', 1 + Services.prefs.getIntPref('${CLICK}', 0))`);
}

const ALERTS = 'lab.alerts';
const CLICK = 'lab.click';

/** Speak a language, with or without its language pack: extensions take their messages from it. */
export async function speak(inside: Inside, lang: string): Promise<void> {
  await inside(`Services.locale.availableLocales = [${JSON.stringify(lang)}, 'en-US'];
    Services.locale.requestedLocales = [${JSON.stringify(lang)}];`);
}

/** Opens a private window on an address and returns its page. */
export async function openPrivateInside(browser: Browser, inside: Inside, url: string): Promise<Page> {
  const before = await browser.pages();
  await inside(`(async () => {
    const opened = Services.wm.getMostRecentWindow('navigator:browser').OpenBrowserWindow({ private: true });
    await new Promise((resolve) => opened.addEventListener('load', resolve, { once: true }));
    await opened.delayedStartupPromise;
    const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
    opened.gBrowser.fixupAndLoadURIString(${JSON.stringify(url)}, { triggeringPrincipal });
  })()`);
  for (;;) {
    const page = (await browser.pages()).find((one) => !before.includes(one) && one.url().startsWith(url));
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
