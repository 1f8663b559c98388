// Choosing a file; dropping one works anywhere on the window (use-drop.ts).
import { Spinner } from '../ui/notice';
import * as words from '../words';
import type { Source } from './use-source';

export function FileChoice({ source }: { source: Source }) {
  return (
    <div class="drop-zone">
      <p>{words.dropFileHere}</p>
      <FileButton source={source} label={words.chooseFile} main />
      <p class="hint" id="which-files">
        {words.whichFilesWork}
      </p>
      {source.reading && <Spinner label={words.readingTheFile} />}
    </div>
  );
}

/** The browser's own choice of a file, in the shape of a button. */
export function FileButton({ source, label, main }: { source: Source; label: string; main?: boolean }) {
  return (
    <label class={`button file-button ${main ? 'main' : ''}`}>
      <input
        type="file"
        class="unseen"
        aria-describedby={main ? 'which-files' : undefined}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          // The same file may be chosen again once it was put right.
          input.value = '';
          if (files.length > 0) source.takeFiles(files);
        }}
      />
      {label}
    </label>
  );
}
