import { randomUUID } from 'node:crypto';
import { launch } from 'puppeteer-core';
import { resolverUrl } from '../hosts/dns-wire.ts';
import { firefoxExtension } from './firefox-extension.ts';
import {
  alertsOf,
  clickAlert,
  goInside,
  newTabBehind,
  openInside,
  openPrivateInside,
  showAlerts,
  speak,
  trust,
} from './firefox-inside.ts';
import { readManifest } from './manifest.ts';
import type { BrowserOptions, Launched } from './session.ts';

const COLOR_SCHEME = 'layout.css.prefers-color-scheme.content-override';
const SCHEMES = { dark: 0, light: 1 };

/** Start Firefox with its names resolved by the lab, which may change its mind while the browser runs. */
export async function launchFirefox(executablePath: string, options: BrowserOptions): Promise<Launched> {
  const { lab, userDataDir, headless = true } = options;
  const uuid = options.kept ? KEPT_UUID : randomUUID();
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless,
    defaultViewport: headless ? { width: options.width ?? 1280, height: options.height ?? 800 } : null,
    ...(userDataDir ? { userDataDir } : {}),
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...networkPrefs(options),
      ...QUIET_PREFS,
      ...(options.lang ? { 'intl.accept_languages': options.lang } : OWN_LANGUAGE),
      ...(options.colorScheme ? { [COLOR_SCHEME]: SCHEMES[options.colorScheme] } : {}),
      ...(options.kept ? keptPrefs(options) : {}),
      ...options.prefs,
    },
  });
  const inside = goInside(browser);
  await trust(inside, lab.authority);
  if (options.lang) await speak(inside, options.lang);
  await showAlerts(inside);
  const extension = firefoxExtension(browser, inside, uuid);
  return {
    browser,
    extension,
    extensionBase: () => (extension.id === null ? null : `moz-extension://${uuid}/`),
    newTabBehind: () => newTabBehind(browser),
    open: openInside,
    openPrivate: (url) => openPrivateInside(browser, inside, url),
    notifications: () => alertsOf(inside),
    clickNotification: () => clickAlert(inside),
    stopBackground: () => extension.terminate(),
    async setColorScheme(_page, scheme) {
      await inside(`Services.prefs.setIntPref('${COLOR_SCHEME}', ${SCHEMES[scheme]})`);
    },
    isBackgroundRunning: () => extension.isRunning(),
  };
}

/** The address of an extension that is in the profile must be the same after each start. */
const KEPT_UUID = '7d3f2c1e-5a4b-4c6d-8e9f-0a1b2c3d4e5f';

/** Firefox takes a package that lies in the profile, when it may do without a signature (ESR and unbranded builds may). */
function keptPrefs({ extensionDir = '' }: BrowserOptions): Record<string, unknown> {
  const { id = '' } = readManifest(extensionDir).browser_specific_settings?.gecko ?? {};
  return {
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    'extensions.startupScanScopes': 15,
    'extensions.webextensions.uuids': JSON.stringify({ [id]: KEPT_UUID }),
  };
}

function networkPrefs({ lab: { port }, unresolvable, refusing }: BrowserOptions): Record<string, unknown> {
  return {
    'network.socket.forcePort': `443=${port};80=${port};5222=${port}`,
    'network.trr.mode': 3,
    'network.trr.uri': resolverUrl({ unresolvable, refusing }),
    'network.trr.bootstrapAddr': '127.0.0.1',
    'network.trr.confirmationNS': 'skip',
    'network.trr.skip-check-for-blocked-host': true,
    'network.trr.allow-rfc1918': true,
    'network.trr.disable-ECS': true,
    'network.dns.disableIPv6': true,
    // Ask again every time, so that a name can go and come back.
    'network.dnsCacheEntries': 0,
    'network.dnsCacheExpiration': 0,
    'network.dnsCacheExpirationGracePeriod': 0,
    // One request is one request; Firefox would try a dead host about ten times.
    'network.http.request.max-attempts': 1,
  };
}

/** Only what lies in the profile: each language package of the system's costs every start a tenth of a second of both cores. */
const OWN_LANGUAGE = { 'extensions.enabledScopes': 1 };

/** No chatter, no surprises, and no process that nobody may need. */
const QUIET_PREFS: Record<string, unknown> = {
  'devtools.jsonview.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.provider.mozilla.updateURL': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.webextOptionalPermissionPrompts': false,
  'network.http.speculative-parallel-limit': 0,
  'dom.ipc.processPrelaunch.enabled': false,
};
