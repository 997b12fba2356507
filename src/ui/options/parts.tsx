/** What the settings are made of. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, word } from '../../i18n/words';

/** A part of the page, under its own heading. */
export function Part({
  id,
  title,
  children,
}: {
  id: string;
  title: MessageKey;
  children: ComponentChildren;
}) {
  return (
    <section class="card" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{word(title)}</h2>
      {children}
    </section>
  );
}

interface ChoiceProps<Value extends string> {
  name: string;
  legend: string;
  /** What it is about, under its name. */
  note?: string;
  values: readonly Value[];
  labelOf(value: Value): string;
  chosen: Value;
  onChoose(value: Value): void;
}

/** One of a few. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, legend, note, values, labelOf, chosen, onChoose } = props;
  const noteId = note && `${name}-note`;
  return (
    <fieldset class="choice" aria-describedby={noteId}>
      <legend>{legend}</legend>
      {note && (
        <p id={noteId} class="told">
          {note}
        </p>
      )}
      <div class="row">
        {values.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {labelOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface FieldProps {
  id: string;
  label: string;
  note?: string;
  children: ComponentChildren;
}

/** A label, its field, and what it is for. The field carries `id`, and `aria-describedby` of the note. */
export function Field({ id, label, note, children }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children}
      {note && (
        <p id={`${id}-note`} class="told">
          {note}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  id?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
  placeholder: string;
  inputMode?: 'numeric';
  maxLength: number;
  /** What is kept. */
  value: string;
  /** The person has finished with it. */
  onDone(text: string): void;
}

/** One line of text. What is being typed stays, whatever is painted meanwhile. */
export function TextField({ value, onDone, ...rest }: TextFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = value;
  });
  return (
    <input
      ref={field}
      dir="auto"
      autocomplete="off"
      spellcheck={false}
      onChange={({ currentTarget }) => onDone(currentTarget.value)}
      {...rest}
    />
  );
}
