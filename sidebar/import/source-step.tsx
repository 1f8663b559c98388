// Step 1: where the list is. A tab of the workbook at once; a file or the clipboard by way of a new tab.
import { Notice } from '../ui/notice';
import * as words from '../words';
import { FileChoice } from './file-choice';
import { FillingTab } from './filling-tab';
import { ListPreview } from './list-preview';
import { NotWhole } from './not-whole';
import { PasteBox } from './paste-box';
import { TabStep } from './tab-step';
import type { Importing } from './use-import';
import { type Source, type SourceKind, sourceKinds } from './use-source';

const labels: { readonly [K in SourceKind]: string } = {
  tab: words.fromTheWorkbook,
  file: words.fromFile,
  paste: words.fromClipboard,
};

export function SourceStep({ importing, source }: { importing: Importing; source: Source }) {
  const { kind, phase, list, problem, note } = source;
  if (phase !== 'reading') return <FillingTab source={source} />;
  return (
    <div class="stack">
      <KindChoice source={source} />
      {problem && <Notice kind="danger">{problem}</Notice>}
      <div role="status" class={note ? '' : 'unseen'}>
        {note && <Notice>{note}</Notice>}
      </div>
      {list ? (
        <ListPreview source={source} list={list} />
      ) : (
        <>
          {kind === 'tab' && <TabStep importing={importing} />}
          {kind === 'file' && <FileChoice source={source} />}
          {kind === 'paste' && <PasteBox source={source} />}
        </>
      )}
      {!list && <NotWhole tabs={importing.tabs ?? []} source={source} />}
    </div>
  );
}

function KindChoice({ source }: { source: Source }) {
  return (
    <fieldset class="choice-buttons">
      <legend class="label">{words.whereListIs}</legend>
      {sourceKinds.map((kind) => (
        <label key={kind}>
          <input type="radio" name="source" checked={source.kind === kind} onChange={() => source.setKind(kind)} />
          {labels[kind]}
        </label>
      ))}
    </fieldset>
  );
}
