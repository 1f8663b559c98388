// Carrying out a plan whose rows were found: which cells get which values. Deletions last, from the bottom up.
import type { AnyRecord, RecordTabKey } from '../domain/schema';
import { formulasAmong } from './computed';
import { deleteRecords } from './delete-rows';
import { byTab, isToBeMade } from './find-again';
import { type Planned, valuesToWrite } from './plan';
import type { Row } from './rows';
import { columnsOf, type Work } from './work';
import { type RowValues, writeFields, writeNewRows, writeRows } from './write-cells';

/** Writes the changed cells of all records. The caller flushes. */
export function writePlanned(work: Work, records: readonly Planned[], rows: Map<string, Row>): void {
  for (const [tab, group] of byTab(records)) {
    const columns = columnsOf(work, tab);
    const standing = group.flatMap((planned): RowValues[] => {
      const row = rows.get(planned.id);
      if (!row || planned.kind === 'delete') return [];
      return [{ row: row.row, values: valuesToWrite(planned), labels: planned.labels }];
    });
    writeRows(columns, tab, standing);
    writeNew(work, tab, group.filter(isToBeMade));
  }
  const deleted = records.filter((planned) => planned.kind === 'delete' && planned.stands !== null);
  for (const [tab, group] of byTab(deleted)) {
    deleteRecords(
      work,
      tab,
      group.map(({ id }) => id),
    );
  }
}

function writeNew(work: Work, tab: RecordTabKey, fresh: readonly Planned[]): void {
  if (fresh.length === 0) return;
  const columns = columnsOf(work, tab);
  const labels = Object.assign({}, ...fresh.map((planned) => planned.labels)) as { [id: string]: string };
  const firstRow = Math.min(...fresh.map((planned) => planned.row));
  writeNewRows(
    columns,
    tab,
    firstRow,
    fresh.map((planned) => ({ ...planned.after, id: planned.id })),
    labels,
  );
  for (const { restore: known = {}, after, row } of fresh) {
    const restore = { ...formulasAmong(after), ...known };
    const kept: AnyRecord = Object.fromEntries(Object.keys(restore).map((key) => [key, after[key] ?? null]));
    writeFields(columns, tab, row, kept, labels, restore);
  }
}
