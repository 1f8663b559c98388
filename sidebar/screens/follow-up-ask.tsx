// The one thing a follow-up asks for before it acts: a day, or in a few words how it went.
import { useId, useLayoutEffect, useState } from 'preact/hooks';
import { Button } from '../ui/button';
import * as words from '../words';

export function Ask(props: {
  label: string;
  type: 'date' | 'text';
  value: string;
  /** The first day that can be chosen. */
  first?: string;
  button: string;
  /** With what was typed; a day is never blank. */
  onAnswer: (answer: string) => void;
  onCancel: () => void;
}) {
  const id = useId();
  const [typed, setTyped] = useState(props.value);
  useLayoutEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '' || props.type === 'text') props.onAnswer(typed.trim());
        else document.getElementById(id)?.focus();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onCancel();
      }}
    >
      <input
        id={id}
        class="input"
        type={props.type}
        aria-label={props.label}
        placeholder={props.label}
        autocomplete="off"
        min={props.first}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Button slim kind="main" type="submit">
        {props.button}
      </Button>
      <Button slim onClick={props.onCancel}>
        {words.cancel}
      </Button>
    </form>
  );
}
