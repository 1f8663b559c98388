// A person who moves, inserts or deletes a column between our look and our write has us write into other fields' cells. This finds
// that out, once something did not come back as written, and puts both right: theirs back, ours where they belong.
import { isBlank, sameValue } from '../domain/record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../domain/schema';
import { type Columns, columnsIfMoved } from './columns';
import { formulaIn } from './computed';
import { isToBeMade } from './find-again';
import { type Planned, valuesToWrite } from './plan';
import { type Row, rowOf, seenFields } from './rows';
import { columnsOf, type Work } from './work';
import { writeFields } from './write-cells';

/** Columns by which a tab was written, and those it has now; asked for once, and only when something looks wrong (1 read). */
export interface Moved {
  readonly before: Columns;
  now(): Columns | null;
  /** Whether it was found out that they moved. */
  isCertain(): boolean;
}

/** Looks whether a tab's columns have moved since this commit read them: once, and only when asked (1 read). */
export function movedColumns(work: Work, tab: RecordTabKey): Moved {
  const before = columnsOf(work, tab);
  let now: Columns | null | undefined;
  return {
    before,
    isCertain: () => now !== undefined && now !== null,
    now: () => {
      if (now === undefined) {
        now = columnsIfMoved(work.workbook, before);
        if (now) work.columns.set(tab, now);
      }
      return now;
    },
  };
}

/** The row at its place by the columns as they are now, mended; null when they are what they were. */
export function followColumns(work: Work, planned: Planned, place: number, moved: Moved): Row | null {
  const { before } = moved;
  const now = moved.now();
  if (!now || place > now.sheet.getMaxRows()) return null;
  const read = () => now.sheet.getRange(place, 1, 1, now.keys.length).getValues()[0] ?? [];
  const rowBy = (columns: Columns, cells: unknown[]) => rowOf(work.workbook, planned.tab, columns, place, cells);
  const cells = read();
  const row = rowBy(now, cells);
  const values = cellsToMend(planned, before, now, seenFields(row), seenFields(rowBy(before, cells)));
  if (Object.keys(values).length === 0) return row;
  writeFields(now, planned.tab, place, values, { ...row.labels, ...planned.labels });
  SpreadsheetApp.flush();
  return rowBy(now, read());
}

/**
 * What to write: fields that our values fell upon as they were, and our values where they belong; nothing when none fell wrong.
 * `seen` is the row by the columns as they are now, `fallen` by those that we wrote by.
 */
function cellsToMend(planned: Planned, before: Columns, now: Columns, seen: AnyRecord, fallen: AnyRecord): AnyRecord {
  const ours: AnyRecord = isToBeMade(planned) ? { ...planned.after, id: planned.id } : valuesToWrite(planned);
  const hit: { [field: string]: FieldValue } = {};
  // What we wrote stands where its column was, or even has no column any more.
  let isFallen = false;
  let isLost = false;
  for (const key of Object.keys(ours)) {
    const other = now.keys[(before.at(key) ?? 0) - 1] ?? '';
    if (other === '' || other === key) continue;
    const isOurs = other in ours;
    const was = isOurs ? ours[other] : (planned.stands?.[other] ?? null);
    if (sameValue(seen[other], was) || (isOurs && isBlank(ours[key]))) continue;
    if (!isOurs) {
      const formula = formulaIn(other, was);
      hit[other] = formula === undefined ? (was ?? null) : [afterMove(formula, other, before, now)];
    }
    if (!sameValue(fallen[key], ours[key])) continue;
    isFallen = true;
    isLost = isLost || now.at(key) === undefined;
  }
  // Where a column has not moved, or took what we wrote along, another value is what somebody has typed since.
  const missing = Object.keys(ours).filter(
    (key) =>
      now.at(key) !== undefined &&
      before.at(key) !== now.at(key) &&
      !sameValue(seen[key], ours[key]) &&
      (isFallen || sameValue(seen[key], planned.stands?.[key])),
  );
  if (missing.length === 0 && !isLost) return {};
  return { ...(isFallen && hit), ...Object.fromEntries(missing.map((key) => [key, ours[key] ?? null])) };
}

/**
 * A formula as Sheets would have made it: R1C1 counts from the formula's own column, and both it and what it names may have moved;
 * in another tab nothing has.
 */
function afterMove(formula: string, key: string, before: Columns, now: Columns): string {
  const own = before.at(key) ?? 0;
  const moved = (column: number) => {
    const named = before.keys[column - 1];
    return named ? now.at(named) : column;
  };
  const place = moved(own) ?? own;
  return formula.replace(/(!?)(R(?:\[-?\d+\]|\d*))C\[(-?\d+)\]/g, (_, tab, row, offset) => {
    const named = own + Number(offset);
    const column = tab ? named : moved(named);
    return column === undefined ? '#REF!' : `${tab}${row}C[${column - place}]`;
  });
}
