/**
 * Runs in every WhatsApp Web page, from before its first script. It only reads, and says something only when
 * something is wrong or over. One plain file without our libraries; looks are single reads, never observers.
 */
import { type Runtime, watchPage } from './watch-page';

type Global = typeof globalThis & {
  browser?: { runtime?: Runtime };
  chrome?: { runtime?: Runtime };
  notJustMe?: true;
};

const own = globalThis as Global;
const runtime = (own.browser ?? own.chrome)?.runtime;

if (runtime && !own.notJustMe) {
  own.notJustMe = true;
  watchPage(runtime);
}
