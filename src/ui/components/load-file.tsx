/** A button that asks for a file of ours. */
import { useRef } from 'preact/hooks';
import { word } from '../../i18n/words';

interface LoadFileProps {
  /** Its `data-action`. */
  action: string;
  /** A larger one is read as empty, in bytes. */
  longest: number;
  onText: (text: string) => void;
}

export function LoadFile({ action, longest, onText }: LoadFileProps) {
  const file = useRef<HTMLInputElement>(null);
  const take = async ({ currentTarget: input }: { currentTarget: HTMLInputElement }) => {
    const given = input.files?.[0];
    if (!given) return;
    const text = given.size > longest ? '' : await given.text().catch(() => '');
    // The same file again is a new choice.
    input.value = '';
    onText(text);
  };
  return (
    <>
      <button type="button" data-action={action} onClick={() => file.current?.click()}>
        {word('options_import')}
      </button>
      <input
        ref={file}
        class="hidden"
        type="file"
        accept="application/json,.json"
        aria-label={word('options_import')}
        tabIndex={-1}
        onChange={take}
      />
    </>
  );
}
