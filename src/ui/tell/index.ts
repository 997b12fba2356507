/** What the popup says of the end of a trouble, as a part of it that is loaded after the first paint. */
import { type ComponentChild, h } from 'preact';
import type { Situation } from '../../core/situation';
import { followTrouble } from './follow-trouble';
import { Tell } from './tell';

export type TellPart = (situation: Situation, now: number) => ComponentChild;

/** Calls `onChange` with the part, now and after each change of what is stored. */
export async function followTell(onChange: (tell: TellPart) => void): Promise<void> {
  const part =
    (view: Awaited<ReturnType<typeof followTrouble>>): TellPart =>
    (situation, now) =>
      h(Tell, { ...view, situation, now });
  onChange(part(await followTrouble((view) => onChange(part(view)))));
}
