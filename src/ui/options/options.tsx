/** The settings: each is kept at once, and every page of ours follows. */
import type { Settings } from '../../core/settings';
import { word } from '../../i18n/words';
import { Appearance } from './appearance';
import { Keeping } from './keeping';
import type { Granted } from './permission';
import { Place } from './place';
import { Sources } from './sources';
import { WayChoice } from './ways';

export interface PartProps {
  settings: Settings;
  /** Keeps the change, and says that it did. */
  change(patch: Partial<Settings>, said?: string): void;
  /** Says it where everybody hears it. */
  say(text: string, wrong?: boolean): void;
}

interface OptionsProps extends PartProps {
  said: { text: string; wrong: boolean };
  granted: Granted;
}

export function Options({ said, granted, ...part }: OptionsProps) {
  return (
    <>
      <h1>{word('options_title')}</h1>
      <Appearance {...part} granted={granted} />
      <WayChoice {...part} />
      <Sources {...part} />
      <Place {...part} granted={granted} />
      <Keeping {...part} />
      {/* There from the beginning: only what changes in it is heard. */}
      <p class="said" role="status" data-wrong={said.wrong} data-side={said.wrong ? 'theirs' : 'fine'}>
        {said.text}
      </p>
    </>
  );
}
