/**
 * Every marker of WhatsApp Web's page that we rely on, with its years and evidence. Ids, structure, counts,
 * attributes and icon names only; never text, in any language. Old and new forms stand side by side, each piece is proved
 * by a fixture (`tests/fixtures`, `docs/screens.md`). Evidence: wa-version (3,387 recorded shells, 2021-07..2026-08), wa-diff
 * (client modules, 2026-04), whatsapp-web.js (selectors with dates), a logged-in page's skeleton of 2022-12.
 */

/** The splash in the server's HTML, gone once the app has mounted. `#initial_startup`
 * 2021-07..2024-04, `#wa_web_initial_startup` since 2024-03 (wa-version). */
export const SPLASH = '[id$=_startup]';

/** Parts of the main screen; the most durable ids of all, 2017..2026-10 (whatsapp-web.js, wa-diff WAWebChatlistPanel). */
export const SIDE = '#side';
export const CHATS = '#pane-side';

/** The open chat, 2017..2026-10 (wa-diff WAWebConversationPanelWrapper). */
export const CHAT = '#main';

/** Where the client renders everything; its presence alone proves nothing. */
export const APP = '#app';

/** The server's own HTML says so on its root since 2024-03 (wa-version). */
export const OWN_PAGE = '#whatsapp-web';

/** A cover screen: every one is the body of such a dialog, and then the chat list is absent (copied page 2021, wa-diff WAWebModal 2026-04). */
export const COVER = '#app [data-animate-modal-body]';

/** Anything to press; until 2021 buttons were no elements of that name (copied page, 2021). */
export const BUTTON = 'button,[role=button]';

/** The linking page: QR holder 2019..2026-08, its checkbox since 2024, test ids of 2026-08, landing class 2017..2024. */
export const LINKING = '[data-ref],#auto-logout-toggle,[data-testid^=link-device-],.landing-main';

/** The code itself, 2019..2026-08 (whatsapp-web.js, wa-diff WAWeb-qrcode). */
export const QR_CODE = '#app canvas';

/** Instead of a code that expired: a button inside its holder until 2023 (whatsapp-web.js QR_RETRY). */
export const QR_RETRY = '[data-ref] button';

/** A code on its way: the spinner's circle (wa-diff WAWebSpinner, 2026-04), 2021..2026-08. Without it the code has expired. */
export const QR_SPINNER = '#app circle';

/** App lock: the password one has to enter (wa-diff WAWebLockScreen, 2026-04); "show password" makes it plain text. */
export const LOCK = '#app main input[required]';

/** Loading screen, and the logout screen that looks like it. */
export const PROGRESS = '#app progress';

/** "Your browser is too old": the help link on that page, 2021..2026 (qutebrowser's quirk for WhatsApp Web). */
export const UNSUPPORTED = '[href$="/answer/95414"]';

/** Where an icon's name stands: data-icon 2017..2026-04, test id 2020-09..2023 and again 2026-08, `svg > title` since 2026. */
export const ICON = '[data-icon],[data-testid],svg>title';

/** Old icons that stand for one thing each, until 2026-04 (wa-diff WAWebButterbar): no connection, and phone not connected. */
export const OLD_LOST_ICON = 'alert-computer';
export const OLD_PHONE_ICON = 'alert-phone';

/** These, and the warning of the new banners, about the connection and other things (wa-diff WDSBanner, 2026-04). */
export const BANNER_ICON = /^(alert-(computer|phone)|ic-warning)$/;

/** One message of the open chat, 2017..2026-08. */
export const MESSAGE = '[data-id]';

/** The clock on a message that has not left: msg-time(-light) 2017..2026-04, `wds-ic-status-pending` 2026-08, other names second-hand. */
export const WAITING_ICON = /^(msg-time|wds-ic-(time|(status-)?pending))/;

/** One or two ticks: it has left. Old names 2017..2026-04, new ones measured 2026-08. */
export const SENT_ICON = /^(msg-(dbl)?check|wds-ic-(sent|delivered|read))/;

/** The red mark of a message that was not sent; its clock stays (wa-diff WAWebFailIcon, 2026-04). */
export const FAILED_ICON = /^ic-error$/;

/** A file on its way up: its cancel icon 2017..2026-04 (wa-diff WAWebMediaStateControls), `ic-close` since 2026. */
export const UPLOAD_ICON = /^((media|audio)-cancel|ic-close)/;
