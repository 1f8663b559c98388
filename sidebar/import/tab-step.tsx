// Step 1: the tabs of the workbook that rows can come from, other people's first, Rowbook's own last.
import type { SourceTab } from '../../src/rpc/contract';
import { countText } from '../format';
import { numberText } from '../numbers';
import { Icon } from '../ui/icons';
import { Empty, Ghosts, Notice } from '../ui/notice';
import { PastImports } from './past-imports';
import type { Importing } from './use-import';

export function TabStep({ importing }: { importing: Importing }) {
  const { tabs, error } = importing;
  if (!tabs) return error ? null : <Ghosts lines={4} label="Reading the workbook’s tabs" />;
  const own = tabs.filter((tab) => tab.own);
  const others = tabs.filter((tab) => !tab.own && !tab.gone);
  return (
    <div class="stack">
      <p class="muted">
        Your old list stays as it is: Rowbook copies its rows into Contacts, Companies and Deals, and you can undo it.
      </p>
      {others.some((tab) => tab.unfinished) && (
        <Notice kind="warn">An import stopped midway. Choose its tab to go on where it was.</Notice>
      )}
      {others.length === 0 ? (
        <Empty icon="upload">
          <p>
            There is no tab to import from yet. Paste or upload your list into a new tab (File → Import in the sheet’s
            menu), then open this window again.
          </p>
        </Empty>
      ) : (
        <TabList tabs={others} label="Tabs to import from" onChoose={importing.chooseTab} />
      )}
      <PastImports importing={importing} tabs={tabs} />
      {own.length > 0 && (
        <details class="folded">
          <summary>
            <Icon name="forward" size={14} />
            Rowbook’s own tabs
          </summary>
          <TabList tabs={own} label="Rowbook’s own tabs" onChoose={importing.chooseTab} />
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
            {tab.unfinished && <span class="badge warn">Stopped midway</span>}
            <Icon name="forward" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Where the tab's cells reach. How many of its rows are records is known once it is read: titles, headers and blank rows are none. */
function extent({ rows, columns }: SourceTab): string {
  if (columns === 0) return 'Empty';
  return `${rows === 0 ? 'Row 1 only' : `Filled down to row ${numberText(rows + 1)}`}, ${countText(columns, 'column')}`;
}
