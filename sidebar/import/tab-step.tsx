// The tabs of the workbook that rows can come from, other people's first, Rowbook's own last.
import type { SourceTab } from '../../src/rpc/contract';
import { Icon } from '../ui/icons';
import { Empty, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { PastImports } from './past-imports';
import type { Importing } from './use-import';

export function TabStep({ importing }: { importing: Importing }) {
  const { tabs, error } = importing;
  if (!tabs) return error ? null : <Ghosts lines={4} label={words.readingTheTabs} />;
  const own = tabs.filter((tab) => tab.own);
  const others = tabs.filter((tab) => !tab.own && !tab.gone && !tab.arriving);
  return (
    <div class="stack">
      <p class="muted">{words.oldListStays}</p>
      {others.some((tab) => tab.unfinished) && <Notice kind="warn">{words.importStoppedMidway}</Notice>}
      {others.length === 0 ? (
        <Empty icon="upload">
          <p>{words.noTabToImport}</p>
        </Empty>
      ) : (
        <TabList tabs={others} label={words.tabsToImportFrom} onChoose={importing.chooseTab} />
      )}
      <PastImports importing={importing} tabs={tabs} />
      {own.length > 0 && (
        <details class="folded">
          <summary>
            <Icon name="forward" size={14} />
            {words.rowbooksOwnTabs}
          </summary>
          <TabList tabs={own} label={words.rowbooksOwnTabs} onChoose={importing.chooseTab} />
        </details>
      )}
    </div>
  );
}

function TabList(props: { tabs: readonly SourceTab[]; label: string; onChoose: (tab: SourceTab) => void }) {
  return (
    <ul class="list card" aria-label={props.label}>
      {props.tabs.map((tab) => (
        <li key={tab.title}>
          <button type="button" class="entry" onClick={() => props.onChoose(tab)}>
            <span class="mark">
              <Icon name="note" />
            </span>
            <span class="words">
              <span class="clip name">{tab.title}</span>
              <span class="clip detail">{extent(tab)}</span>
            </span>
            {tab.unfinished && <span class="badge warn">{words.stoppedMidway}</span>}
            <Icon name="forward" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where the tab's cells reach. How many of its rows are records is known once it is read: titles, headers and blank rows are none. */
function extent({ rows, columns }: SourceTab): string {
  if (columns === 0) return words.emptyTab;
  return words.filledTo(rows + 1, columns);
}
