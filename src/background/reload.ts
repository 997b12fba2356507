/** Loads a failed tab anew when WhatsApp's host answers again: only where the person wishes it, and no draft is lost. */
import { browser } from '../platform/browser';
import { readChosen } from '../platform/stores';

/** `tabs`: their trouble was that the host did not answer. */
export async function reloadTabs(tabs: readonly string[]): Promise<void> {
  if (!(await readChosen()).reload) return;
  for (const tab of tabs) if (Number(tab) > 0 && !(await hasDraft(Number(tab)))) await load(Number(tab));
}

const load = (tab: number) => browser.tabs.reload(tab).catch(() => undefined);

/** Something is written and not sent in the page. The browser's own error page lets nobody in, and has no drafts. */
async function hasDraft(tabId: number): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: anyText });
    return frame?.result !== false;
  } catch {
    return false;
  }
}

/** Runs in the page, alone. */
function anyText(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>('[contenteditable=true],textarea,input');
  return [...fields].some((field) => (field.value || field.textContent || '').trim() !== '');
}
