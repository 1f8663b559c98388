// The line above the grid: which cell is selected (type an address to go there) and what it holds.
import { useLayoutEffect, useState } from 'preact/hooks';
import { type Place, parseA1 } from './grid/a1';
import type { SelectedState } from './grid/controller';

interface FormulaBarProps {
  selected: SelectedState | null;
  goTo: (place: Place) => void;
  write: (text: string) => void;
  focusGrid: () => void;
}

export function FormulaBar({ selected, goTo, write, focusGrid }: FormulaBarProps) {
  const shown = selected?.cell?.edit ?? '';
  const address = selected?.address ?? '';
  const [text, setText] = useState(shown);
  const [name, setName] = useState(address);
  // Before the paint: an address or a content of the cell before must never stand beside the new selection, not for a frame.
  useLayoutEffect(() => setText(shown), [shown, address]);
  useLayoutEffect(() => setName(address), [address]);
  return (
    <section class="formula-bar" aria-label="Selected cell">
      <input
        class="name-box"
        aria-label="Cell address"
        data-testid="name-box"
        value={name}
        spellcheck={false}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          const place = event.key === 'Enter' ? parseA1(name) : null;
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // The key must not reach the grid, which takes the keyboard now.
          event.preventDefault();
          if (place) goTo(place);
          else focusGrid();
        }}
        onBlur={() => setName(address)}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label={`Content of ${address}`}
        data-testid="formula"
        value={text}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Escape') setText(shown);
          else if (text !== shown) write(text);
          focusGrid();
        }}
      />
    </section>
  );
}
