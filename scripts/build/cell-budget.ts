// How many of Google's ten million cells a workbook of some size takes, computed from the schema and from what the add-on does
// with grids. docs/cell-budget.md is written from it, and a test counts the cells of a real workbook against it.
import {
  fieldsOf,
  hiddenTabs,
  ledgerTitle,
  type RecordTabKey,
  recordTabKeys,
  type TabKey,
  tabs,
} from '../../src/domain/schema';
import {
  keptDays,
  keptRows,
  ledgerHeaders,
  mostCells,
  mostInPack,
  mostRows,
  mostSpareRows,
  newRows,
} from '../../src/domain/schema/grids';

export interface WorkbookPlan {
  /** Records that a tab has ever had: a deleted one keeps its row of the ledger. */
  readonly records: { readonly [tab in RecordTabKey]?: number };
  /** Rows of History, and entries in the archive. */
  readonly historyRows: number;
  readonly archived: number;
}

export interface TabBudget {
  readonly title: string;
  readonly columns: number;
  /** Rows that are needed, the header included, and those that the grid has at most. */
  readonly needed: number;
  readonly most: number;
}

/** The hidden tabs' columns: three, as `_Meta` has beside its two a scratch cell. */
const hiddenColumns = 3;

/** Every tab of such a workbook, its own default sheet left out. */
export function cellBudget({ records, historyRows, archived }: WorkbookPlan): TabBudget[] {
  const grown = (title: string, columns: number, atFirst: number, rows: number): TabBudget => {
    const needed = Math.max(atFirst, rows + 1);
    return { title, columns, needed, most: needed === atFirst ? atFirst : needed + mostSpareRows };
  };
  const visible = (Object.keys(tabs) as TabKey[]).map((key) => {
    const columns = Math.max(fieldsOf(key).length, 3);
    const rows = key === 'history' ? historyRows : (records[key as RecordTabKey] ?? 0);
    return grown(tabs[key].title, columns, newRows[tabs[key].kind as keyof typeof newRows], rows);
  });
  const ledgers = recordTabKeys.map((key) =>
    grown(ledgerTitle(key), ledgerHeaders.length, newRows.hidden, records[key] ?? 0),
  );
  const hidden = hiddenTabs.map((title) =>
    grown(title, hiddenColumns, newRows.hidden, title === '_Archive' ? Math.ceil(archived / mostInPack) : 0),
  );
  return [...visible, ...ledgers, ...hidden];
}

/** The size that the design asks for, after years of changes: ten to each record. */
export const designSize: WorkbookPlan = {
  records: { contacts: 50_000, deals: 100_000, interactions: 200_000 },
  historyRows: mostRows,
  archived: 3_500_000,
};

const count = (value: number) => value.toLocaleString('en-US');

/** The whole of `docs/cell-budget.md`. */
export function cellBudgetDocs(): string {
  const budget = cellBudget(designSize);
  const cells = ({ columns, most }: TabBudget) => columns * most;
  const total = budget.reduce((sum, tab) => sum + cells(tab), 0);
  const large = budget.filter((tab) => cells(tab) >= 50_000);
  const small = budget.filter((tab) => cells(tab) < 50_000);
  const left = mostCells - total;
  const perRecord = (tab: RecordTabKey) => fieldsOf(tab).length + ledgerHeaders.length;
  const { contacts = 0, deals = 0, interactions = 0 } = designSize.records;
  return [
    '# Cells of a large workbook',
    '',
    '<!-- Written by `npm run docs` from src/domain/schema and src/workbook. Change those, not this page. -->',
    '',
    `Google allows ${count(mostCells)} cells in a workbook, and counts blank ones. A workbook with ${count(contacts)} contacts, ${count(deals)} deals and`,
    `${count(interactions)} interactions, with ${count(designSize.archived)} changes in its archive, takes at most this many:`,
    '',
    '| tab | columns | rows in use | rows at most | cells at most |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...large.map(
      (tab) => `| ${tab.title} | ${tab.columns} | ${count(tab.needed)} | ${count(tab.most)} | ${count(cells(tab))} |`,
    ),
    `| ${small.length} other tabs | | | | ${count(small.reduce((sum, tab) => sum + cells(tab), 0))} |`,
    `| **all** | | | | **${count(total)}** (${((total / mostCells) * 100).toFixed(1)}%) |`,
    '',
    `That leaves ${count(left)} cells. Each further record takes a row of its tab and a row of its ledger: ${recordTabKeys
      .map(
        (tab) =>
          `${perRecord(tab)} cells for ${/^[aeiou]/.test(tabs[tab].singular) ? 'an' : 'a'} ${tabs[tab].singular}`,
      )
      .join(', ')}.`,
    `So there is still room for, say, ${count(20_000)} companies and ${count(Math.floor((left - 20_000 * perRecord('companies')) / perRecord('tasks') / 1000) * 1000)} tasks. A column that a team adds takes as many cells as its tab has rows.`,
    '',
    '- Set-up trims new tabs to few rows and to the columns they need.',
    `- A grid grows by at most ${count(mostSpareRows)} rows beyond what is needed.`,
    '- A ledger has one State column. Only a record, or in History a change, of more than 45,000 characters widens its tab.',
    '- A deleted record keeps its row of the ledger, so that it can be brought back; its number is never used again.',
    `- History keeps its newest ${count(keptRows)} rows, and all of the last ${keptDays} days up to ${count(mostRows)} rows. The hourly run packs older ones into`,
    `  \`_Archive\`, about ${mostInPack} to a cell (fewer where they are long); they are still in the sidebar’s History and can still be undone.`,
    '- The sidebar shows the cells in use under History → Room, and says so on its first screen above 80%.',
    '',
  ].join('\n');
}
