// Earlier imports below the tabs to import from, each with the way to take it back.
import { useRef, useState } from 'preact/hooks';
import type { PastImport, SourceTab } from '../../src/rpc/contract';
import { momentText } from '../format';
import { memberName } from '../forms/member-name';
import { Button } from '../ui/button';
import { Confirm } from '../ui/confirm';
import { Notice } from '../ui/notice';
import * as words from '../words';
import { countsText, sumOf } from './counts';
import { UndoState } from './undone';
import type { Importing } from './use-import';
import { useUndo } from './use-undo';

interface Past extends PastImport {
  /** The tab's title. */
  title: string;
}

export function PastImports({ importing, tabs }: { importing: Importing; tabs: readonly SourceTab[] }) {
  const undoing = useUndo();
  const [asked, setAsked] = useState<Past | null>(null);
  const [chosen, setChosen] = useState<Past | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const past = tabs
    .flatMap(({ title, imports = [] }) => imports.map((one): Past => ({ ...one, title })))
    .sort((one, other) => (one.when < other.when ? 1 : -1));
  if (past.length === 0) return null;
  const busy = undoing.undone !== null && !undoing.undone.done;
  const start = (one: Past) => {
    setAsked(null);
    setChosen(one);
    undoing.undo(one.changeSet, () => {
      importing.reload();
      // Its button goes; whoever was on it is to go on from here.
      heading.current?.focus();
    });
  };
  return (
    <section class="stack tight" aria-labelledby="past-imports">
      <h2 id="past-imports" ref={heading} tabIndex={-1}>
        {words.earlierImports}
      </h2>
      {undoing.error && <Notice kind="danger">{undoing.error}</Notice>}
      <ul class="list card">
        {past.map((one) => {
          const state = chosen?.changeSet === one.changeSet ? undoing.undone : null;
          return (
            <li key={one.changeSet} class="stack tight earlier">
              <div class="row spread">
                <span class="words">
                  <span class="clip name">{one.title}</span>
                  <span class="detail">
                    {importedText(one, importing)} {undoneText(one, importing)}
                  </span>
                </span>
                {!one.undone && !state && (
                  <Button
                    slim
                    icon="undo"
                    disabled={busy}
                    label={words.undoThisImportOf(one.title)}
                    onClick={() => setAsked(one)}
                  >
                    {words.undoThisImport}
                  </Button>
                )}
              </div>
              {state && <UndoState undone={state} total={sumOf(one.created) + sumOf(one.updated)} />}
            </li>
          );
        })}
      </ul>
      {asked && (
        <Confirm
          title={words.undoImportOf(asked.title)}
          yes={words.undoThisImport}
          danger
          onYes={() => start(asked)}
          onNo={() => setAsked(null)}
        >
          <p>{importedText(asked, importing)}</p>
          <p>
            {sumOf(asked.updated) > 0 ? words.newRecordsAreTakenOut : words.recordsAreTakenOut}{' '}
            {words.whatChangedSinceStays}
          </p>
        </Confirm>
      )}
    </section>
  );
}

/** "Imported on 23 Nov, 9:30 AM by Ann Smith: 8,800 deals, 85 companies." */
function importedText(one: PastImport, importing: Importing): string {
  const changed = countsText(one.updated);
  const what = [countsText(one.created), changed && words.changedRecords(changed)].filter(Boolean).join('; ');
  return words.importedOn(moment(one, importing), byWhom(one, importing), what);
}

function undoneText({ undone }: PastImport, importing: Importing): string {
  return undone ? words.undoneOn(moment(undone, importing), byWhom(undone, importing)) : '';
}

function moment({ when }: { when: string }, { start }: Importing): string {
  return momentText(when, start?.timeZone ?? 'UTC', start?.today ?? '');
}

function byWhom({ who }: { who: string }, { start }: Importing): string {
  return memberName(start?.team ?? [], who);
}
