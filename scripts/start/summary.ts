import { realSeconds } from '../../tests/lab/replays/clock.ts';
import type { Replay, Seen } from '../../tests/lab/replays/index.ts';
import type { LabRequest } from '../../tests/lab/server.ts';
import { isMet } from './judge.ts';
import type { Stage } from './play.ts';
import type { Moment } from './watch.ts';

/** Everything that was seen. */
interface Account {
  stage: Stage;
  replay: Replay;
  requests: readonly LabRequest[];
  history: readonly Moment[];
  pictures: readonly string[];
}

/** Tells the whole in a few lines. Returns whether all was as expected. */
export function summarise({ stage, replay, requests, history, pictures }: Account): boolean {
  const { narrator, session } = stage;
  console.log(`\n${replay.id}, in short (real seconds; the extension’s own clock was never touched):`);
  if (replay.troubleAt !== null) {
    const began = realSeconds(replay.steps, replay.troubleAt);
    const after = (see: (seen: Seen) => boolean): string => {
      const seconds = history.find(({ seen }) => see(seen))?.seconds;
      return seconds === undefined
        ? 'not at all'
        : `${(seconds - began).toFixed(1)} s after the trouble began`;
    };
    narrator.sum('asked', `first ${after(({ requests }) => requests > 0)}`);
    for (const verdict of new Set(history.map(({ seen }) => verdictOf(seen))))
      if (!/^(working|unsure)/.test(verdict))
        narrator.sum('verdict', `${verdict}, ${after((seen) => verdictOf(seen) === verdict)}`);
    narrator.sum(
      'badge',
      after(({ badge }) => badge.text !== ''),
    );
    narrator.sum(
      'banner',
      after(({ banner }) => banner !== null),
    );
  }
  const others = requests.filter(({ host }) => !host.endsWith('.whatsapp.com'));
  narrator.sum('requests', `${requests.length}, of them ${others.length} to others than WhatsApp`);
  if (pictures.length > 0)
    narrator.sum('pictures', `${pictures.length}, out/${replay.id}-${session.kind}-*.png`);
  console.log('\nExpected:');
  const results = replay.expects.map((expected) => {
    const met = isMet(expected, history);
    narrator.check(met, expected.says);
    return met;
  });
  const missed = results.filter((met) => !met).length;
  if (missed > 0) console.log(`\n${missed} of ${results.length} were not seen as expected.`);
  return missed === 0;
}

function verdictOf({ popup: { verdict, cause, confidence } }: Seen): string {
  return `${verdict} (${[cause, confidence].filter(Boolean).join(', ')})`;
}
