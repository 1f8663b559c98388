// Where rows are pasted. What arrives by the clipboard is read at once; what is typed, by the button.
import { useId, useRef } from 'preact/hooks';
import { Button } from '../ui/button';
import * as words from '../words';
import type { Source } from './use-source';

export function PasteBox({ source }: { source: Source }) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  return (
    <div class="stack tight">
      <label for={id} class="label">
        {words.pasteRowsHere}
      </label>
      <textarea
        ref={box}
        id={id}
        class="input paste-box"
        rows={9}
        wrap="off"
        spellcheck={false}
        aria-describedby="how-to-paste"
        onPaste={(event) => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (event.currentTarget.value.trim() !== '' || text.trim() === '') return;
          // A long list would take seconds to be drawn as text, only to be taken away again.
          event.preventDefault();
          source.takeText(text);
        }}
      />
      <p class="hint" id="how-to-paste">
        {words.howToPaste}
      </p>
      <div class="actions">
        <Button kind="main" onClick={() => source.takeText(box.current?.value ?? '')}>
          {words.readPastedRows}
        </Button>
      </div>
    </div>
  );
}
