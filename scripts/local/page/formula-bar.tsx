// The line above the grid: which cell is selected (type an address to go there) and what it holds.
import { useEffect, useState } from 'preact/hooks';
import { type Place, parseA1 } from './grid/a1';
import { cellGone, type SelectedState } from './grid/controller';

interface FormulaBarProps {
  selected: SelectedState | null;
  goTo: (place: Place) => void;
  write: (text: string) => void;
  focusGrid: () => void;
  lost: (text: string, why: string) => void;
}

/** Text half typed for one choice of a cell; with the next choice it is of no account any more. */
interface Draft {
  readonly choice: symbol | undefined;
  readonly text: string;
}

export function FormulaBar({ selected, goTo, write, focusGrid, lost }: FormulaBarProps) {
  const [name, setName] = useDraft(selected?.choice);
  const [text, setText, draft] = useDraft(selected?.choice);
  const shown = selected?.cell?.edit ?? '';
  const address = selected?.address ?? '';
  const gone = selected?.goneChoice ?? null;
  useEffect(() => {
    if (!draft || draft.choice !== gone) return;
    setText(null);
    if (draft.text !== shown) lost(draft.text, cellGone);
  }, [gone]);
  return (
    <section class="formula-bar" aria-label="Selected cell">
      <input
        class="name-box"
        aria-label="Cell address"
        data-testid="name-box"
        value={name ?? address}
        spellcheck={false}
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          const place = event.key === 'Enter' ? parseA1(name ?? address) : null;
          // The key must not reach the grid, which takes the keyboard now.
          event.preventDefault();
          setName(null);
          if (place) goTo(place);
          else focusGrid();
        }}
        onBlur={() => setName(null)}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="formula"
        aria-label={`Content of ${address}`}
        data-testid="formula"
        value={text ?? shown}
        spellcheck={false}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Enter' && text !== null && text !== shown) write(text);
          setText(null);
          focusGrid();
        }}
      />
    </section>
  );
}

/** What is half typed for this choice, null for nothing; how to set it; and the draft as it is kept. */
function useDraft(choice: symbol | undefined): [string | null, (text: string | null) => void, Draft | null] {
  const [draft, setDraft] = useState<Draft | null>(null);
  const set = (text: string | null) => setDraft(text === null ? null : { choice, text });
  return [draft && draft.choice === choice ? draft.text : null, set, draft];
}
