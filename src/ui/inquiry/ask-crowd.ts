/** Do people talk about it? Two small looks, and the background is told what they gave. */
import { toBackground } from '../../messaging/send';
import { fetchStories } from '../../sources/hacker-news';
import { fetchAccounts } from '../../sources/mastodon';
import { askFromPage } from '../ask-from-page';

/** Asks both places. */
export async function askCrowd(): Promise<void> {
  const now = Date.now();
  const [stories, accounts] = await Promise.all([
    fetchStories(askFromPage, now),
    fetchAccounts(askFromPage, now),
  ]);
  await toBackground({ type: 'reading.told', crowd: { stories, accounts } });
}
