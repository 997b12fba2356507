/** A form for status pages of the person's own: one field, one button, what came of it, and the list of those that are there. */
import { useId, useRef, useState } from 'preact/hooks';
import type { OwnPage } from '../../core/settings';
import { type MessageKey, word } from '../../i18n/words';
import { addPage, removePage } from '../ways/own-pages';

export function AddPage({ pages }: { pages: readonly OwnPage[] }) {
  const field = useRef<HTMLInputElement>(null);
  const [said, say] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const id = useId();

  // The click itself asks for the permission: nothing may be waited for before `addPage`.
  const add = async () => {
    if (busy) return;
    const adding = addPage(field.current?.value ?? '', pages);
    setBusy(true);
    say(word('add_page_looking'));
    const added = await adding;
    setBusy(false);
    setWrong(!added.ok);
    say(
      added.ok
        ? word('add_page_added', added.page.name)
        : word(`add_page_${added.why.replaceAll('-', '_')}` as MessageKey),
    );
    if (added.ok && field.current) field.current.value = '';
    else field.current?.focus();
  };
  const remove = async ({ url, name }: OwnPage) => {
    const gone = await removePage(url);
    say(word(gone ? 'add_page_removed' : 'add_page_not_stored', name));
    field.current?.focus();
  };

  return (
    <>
      {/* Enter in the field clicks the button, so that there is one way in. */}
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        <label for={id}>{word('add_page_label')}</label>
        <div class="row">
          <input
            ref={field}
            id={id}
            type="url"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            dir="ltr"
            placeholder="https://status.example.com"
            aria-describedby={`${id}-said`}
            aria-invalid={wrong}
          />
          <button type="submit" data-action="add-page" aria-disabled={busy} onClick={add}>
            {word('add_page_button')}
          </button>
        </div>
        <p id={`${id}-said`} role="status">
          {said}
        </p>
      </form>
      {pages.length > 0 && (
        <ul class="pages" aria-label={word('add_page_list')}>
          {pages.map((page) => (
            <li key={page.url} data-page={page.url}>
              <span>
                <bdi>{page.name}</bdi> <small dir="ltr">{page.url.split('/')[2]}</small>
              </span>
              <button
                type="button"
                data-action="remove-page"
                aria-label={word('add_page_remove', page.name)}
                onClick={() => remove(page)}
              >
                {word('add_page_remove_short')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
