/**
 * Every marker of WhatsApp Web's page that we rely on, with its evidence and years. Ids, structure, counts,
 * attributes and icon names only; never text, in any language. Years are those in which a marker was seen:
 * wa-version (3,387 recorded shells, 2021-07..2026-08), wa-diff (client modules, 2026-04).
 */

/** The splash in the server's HTML, gone once the app has mounted. Old id 2021-07..2024-04, new one since 2024-03. */
export const SPLASH = '#wa_web_initial_startup,#initial_startup';

/** Parts of the main screen; the most durable ids of all, 2017..2026-10. */
export const SIDE = '#side';
export const CHATS = '#pane-side';

/** Where the client renders everything; its presence alone proves nothing. */
export const APP = '#app';

/** The server's own HTML says so on its root since 2024-03. */
export const OWN_PAGE = 'html#whatsapp-web';

/** A cover screen: every one of them is this dialog, and then the chat list is absent (wa-diff WAWebModal, 2026-04). */
export const DIALOG = '#app [role=dialog]';

/** The linking page: QR holder 2019..2026-08, its checkbox, and test ids of 2026-08. */
export const LINKING = '[data-ref],#auto-logout-toggle,[data-testid^=link-device-]';

/** Loading screen, and the logout screen that looks like it. */
export const PROGRESS = '#app progress';

/** "Your browser is too old": the help link on that page, 2021..2026. */
export const UNSUPPORTED = 'a[href="https://support.google.com/chrome/answer/95414"]';

/** Old banners about the connection: data-icon until 2026-04, test id 2020-09..2023. */
export const OLD_WARNING = '[data-icon=alert-computer],[data-testid=alert-computer]';

/** Name of the warning icon in new banners, inside `svg > title` (wa-diff WDSIconIcWarning, 2026-04). */
export const WARNING_ICON = 'ic-warning';
