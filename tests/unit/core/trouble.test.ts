import { describe, expect, it } from 'vitest';
import type { Symptom } from '../../../src/core/evidence';
import { withReading, withTrouble } from '../../../src/core/incident';
import { JOIN_MS, MOST_TURNS } from '../../../src/core/record';
import { safeParse } from '../../../src/core/shape';
import { quiet, type Situation } from '../../../src/core/situation';
import {
  concluded,
  followed,
  HOLD_MS,
  isAwaited,
  NO_TROUBLE,
  type Trouble,
  TroubleSchema,
  WISH_MS,
  withGoodPage,
  withHost,
} from '../../../src/core/trouble';
import { HOUR, MINUTE, NOW, SECOND } from '../witnesses';

/** A trouble seen in tab 1, or another. */
function seen(
  id = 'one',
  at = NOW,
  symptom: Symptom = 'service-unavailable',
  tab = '1',
  hidden = false,
): Situation {
  const begun = withTrouble(quiet(at), tab, { symptom, phase: 'notice', at, hidden }, id, at);
  const value = {
    probe: { kind: 'answered', status: 503, html: null },
    failures: 0,
    statics: 'not-asked',
  } as const;
  return withReading(begun, 'whatsapp-host', { state: 'known', value, at }, at);
}

const begun = (at = NOW): Trouble => followed(NO_TROUBLE, seen('one', at), true, at);
const waiting = (at = NOW): Trouble => ({ ...begun(at), wishedAt: at });

describe('the record of a trouble', () => {
  it('begins when it is shown, with what was seen, said and heard', () => {
    expect(followed(NO_TROUBLE, seen(), false, NOW)).toBe(NO_TROUBLE);
    expect(begun().record).toMatchObject({
      id: 'one',
      beganAt: NOW,
      overAt: null,
      symptoms: ['service-unavailable'],
      turns: [{ verdict: 'global', cause: 'whatsapp-only', confidence: 'likely' }],
      sources: ['page', 'whatsapp-host'],
      again: 0,
      toldAt: null,
    });
  });

  it('is the same when the same is said again', () => {
    const once = begun();
    expect(followed(once, seen(), true, NOW)).toBe(once);
  });

  it('leaves nothing of private windows, and of both kinds only the others', () => {
    const hidden = seen('one', NOW, 'connection-lost', '1', true);
    expect(followed(NO_TROUBLE, hidden, true, NOW)).toBe(NO_TROUBLE);
    const both = withTrouble(hidden, '2', { symptom: 'page-crashed', phase: 'notice', at: NOW }, 'x', NOW);
    expect(followed(NO_TROUBLE, both, true, NOW).record?.symptoms).toEqual(['page-crashed']);
  });

  it('keeps only real changes of the answer, and of very many the first and the newest', () => {
    let trouble = begun();
    for (let n = 0; n < 2 * MOST_TURNS; n++) {
      const one = seen();
      const cause = n % 2 ? 'meta-wide' : 'web-only';
      trouble = followed(trouble, { ...one, verdict: { ...one.verdict, cause, at: NOW + n } }, true, NOW);
    }
    expect(trouble.record?.turns).toHaveLength(MOST_TURNS);
    expect(trouble.record?.turns[0]?.cause).toBe('whatsapp-only');
    expect(trouble.record?.turns.at(-1)?.at).toBe(NOW + 2 * MOST_TURNS - 1);
  });

  it('takes up a trouble that comes again soon, and another begins later', () => {
    const over = { ...begun(), record: { ...begun().record, overAt: NOW } } as Trouble;
    const soon = NOW + JOIN_MS - 1;
    expect(followed(over, seen('two', soon), true, soon).record).toMatchObject({
      id: 'one',
      overAt: null,
      again: 1,
      againAt: soon,
    });
    const later = NOW + JOIN_MS;
    const other = followed(over, seen('two', later), true, later);
    expect(other.record).toMatchObject({ id: 'two', again: 0 });
    expect(other.past).toEqual([over.record]);
  });

  it('goes on as the same where nobody saw it end', () => {
    const soon = NOW + MINUTE;
    expect(followed(begun(), seen('two', soon), true, soon).record).toMatchObject({ id: 'one', again: 0 });
  });
});

describe('back', () => {
  it('takes a page and its socket, or a page and the host; one of them holds the state', () => {
    const page = withGoodPage(begun(), false, NOW + MINUTE);
    expect(concluded(page, null, NOW + MINUTE)).toBe(page);
    const host = withHost(begun(), true, NOW + MINUTE);
    expect(concluded(host, null, NOW + MINUTE)).toBe(host);
    for (const both of [withGoodPage(page, true, NOW + 2 * MINUTE), withHost(page, true, NOW + 2 * MINUTE)])
      expect(concluded(both, null, NOW + 2 * MINUTE).record?.overAt).toBe(NOW + MINUTE);
  });

  it('is not taken from what the host said before the page was good', () => {
    const before = withHost(begun(), true, NOW);
    const page = withGoodPage(before, false, NOW + MINUTE);
    expect(concluded(page, null, NOW + MINUTE).record?.overAt).toBeNull();
  });

  it('is told when it has held for a while, and for longer where it came and went', () => {
    const good = withGoodPage(waiting(), true, NOW + MINUTE);
    expect(concluded(good, null, NOW + MINUTE + HOLD_MS - 1)).toBe(good);
    expect(concluded(good, null, NOW + MINUTE + HOLD_MS)).toMatchObject({ owed: 'back', wishedAt: 0 });
    const flapping = { ...good, record: { ...good.record, again: 1 } } as Trouble;
    expect(concluded(flapping, null, NOW + MINUTE + HOLD_MS)).toBe(flapping);
    expect(concluded(flapping, null, NOW + MINUTE + 4 * HOLD_MS)).toMatchObject({ owed: 'back' });
  });

  it('is never said while a page is in trouble', () => {
    const good = withGoodPage(waiting(), true, NOW);
    expect(concluded(good, seen().incident, NOW + HOUR)).toBe(good);
  });

  it('is not said to who did not ask', () => {
    expect(concluded(withGoodPage(begun(), true, NOW), null, NOW)).toMatchObject({ owed: '', badge: false });
  });
});

describe('the site answers', () => {
  const twice = (trouble: Trouble) =>
    withHost(withHost(trouble, true, NOW + MINUTE), true, NOW + MINUTE + 25 * SECOND);

  it('is said where no page is open, after two answers in two checks', () => {
    const once = withHost(withHost(waiting(), true, NOW), true, NOW + 24 * SECOND);
    expect(concluded(once, null, NOW + MINUTE)).toBe(once);
    const said = concluded(twice(waiting()), null, NOW + HOUR);
    expect(said).toMatchObject({ owed: 'answers', wishedAt: 0 });
    // It was not seen to be over.
    expect(said.record?.overAt).toBeNull();
  });

  it('is said of pages that do not recover by themselves, and not over one that would', () => {
    const { incident } = seen('one', NOW, 'document-failed');
    expect(concluded(twice(waiting()), incident, NOW).owed).toBe('answers');
    const lost = seen('one', NOW, 'connection-lost').incident;
    expect(concluded(twice(waiting()), lost, NOW).owed).toBe('');
  });

  it('means nothing where the host never failed, and is forgotten when it fails again', () => {
    expect(concluded({ ...twice(waiting()), hostFailed: false }, null, NOW).owed).toBe('');
    expect(withHost(twice(waiting()), false, NOW)).toMatchObject({ host: 0, twice: false });
    expect(withHost(twice(waiting()), null, NOW)).toEqual(twice(waiting()));
  });
});

describe('nobody is asked for ever', () => {
  it('looks without a page for twelve hours after the wish, and once more after an answer', () => {
    expect(isAwaited(begun(), NOW)).toBe(false);
    expect(isAwaited(waiting(), NOW + WISH_MS - 1)).toBe(true);
    expect(isAwaited(waiting(), NOW + WISH_MS)).toBe(false);
    expect(isAwaited(withHost(waiting(), true, NOW), NOW + WISH_MS)).toBe(true);
  });

  it('and stays ready until what is owed was told', () => {
    expect(isAwaited({ ...begun(), owed: 'back' }, NOW)).toBe(true);
    expect(isAwaited({ ...NO_TROUBLE, owed: 'back', badge: true }, NOW)).toBe(false);
  });
});

it.each<[string, unknown]>([
  ['of a later version', { ...NO_TROUBLE, version: 2 }],
  ['half-written', { ...NO_TROUBLE, record: { id: 'one' } }],
  ['with half a record in its past', { ...NO_TROUBLE, past: [{ id: 'one' }] }],
  ['nothing', null],
])('a trouble %s is none of ours', (_, raw) => {
  expect(safeParse(TroubleSchema, raw).success).toBe(false);
  expect(safeParse(TroubleSchema, begun()).success).toBe(true);
});
