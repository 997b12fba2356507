/** Every story in both browsers, about eight at a time: they wait rather than compute. */
import { describe, test } from 'vitest';
import { BROWSERS } from '../e2e/scene.ts';
import { STORIES } from './all.ts';
import { play } from './stage.ts';

/** Longer ones are told by `npm run test:stories`. */
const SHORT_S = 50;

const chosen = process.env.STORIES ?? 'short';
const stories = STORIES.filter(({ id, seconds }) =>
  chosen === 'short' ? seconds <= SHORT_S : chosen === 'all' || chosen.split(',').includes(id),
)
  // The longest begin first, so that nobody waits for one of them at the end.
  .sort((a, b) => b.seconds - a.seconds);

describe.concurrent('stories', () => {
  for (const story of stories)
    for (const kind of BROWSERS.filter((one) => story.only === undefined || one === story.only)) {
      const timeout = story.seconds * 2_000 + 120_000;
      test(`${story.id} · ${kind} · ${story.title}`, { timeout }, async ({ task }) => {
        task.meta.told = await play(story, kind);
      });
    }
});

declare module 'vitest' {
  interface TaskMeta {
    told?: Awaited<ReturnType<typeof play>>;
  }
}
