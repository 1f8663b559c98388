// A list of short words as chips: Enter or a comma adds, Backspace in the empty input takes the last away.
import { useState } from 'preact/hooks';
import type { InputIds } from '../ui/field';
import { Icon } from '../ui/icons';
import * as words from '../words';

export function ChipsInput({
  ids,
  chips,
  onChips,
}: {
  ids: InputIds;
  chips: readonly string[];
  onChips: (chips: readonly string[]) => void;
}) {
  const [text, setText] = useState('');

  const add = (typed: string) => {
    const added = typed
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '' && !chips.includes(word));
    if (added.length > 0) onChips([...chips, ...new Set(added)]);
    setText('');
  };

  return (
    <div class="stack tight">
      {chips.length > 0 && (
        <ul class="chips">
          {chips.map((chip) => (
            <li key={chip} class="chip">
              {chip}
              <button
                type="button"
                aria-label={words.removeChosen(chip)}
                onClick={() => onChips(chips.filter((one) => one !== chip))}
              >
                <Icon name="close" size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        {...ids}
        class="input"
        aria-labelledby={`${ids.id}-label`}
        placeholder={words.addThenEnter}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          if (typed.includes(',')) add(typed);
          else setText(typed);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && text.trim() !== '') {
            event.preventDefault();
            add(text);
          } else if (event.key === 'Backspace' && text === '' && chips.length > 0) {
            onChips(chips.slice(0, -1));
          }
        }}
        onBlur={() => add(text)}
      />
    </div>
  );
}
