// Values that cannot be right stay in their cells, with a note and a colour that say so (DESIGN.md invariant 4). Which cells
// carry such a note is kept in the ledger, so that it is taken away when the value is mended, and no note of a person is.
import { isOfGrid } from '../domain/change-set';
import { columnLetters } from '../domain/column-letters';
import { fieldOf } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { byTab } from './find-again';
import { resolveRow } from './lookups';
import type { Done } from './read-back';
import { columnsOf, type Work } from './work';

const colour = '#fce8e6';
const prefix = 'Rowbook: ';
/** A paste of a thousand wrong values marks the first ones of each row; all are listed under "Needs attention". */
const mostPerRow = 6;

/** What becomes of one record's marks: fields that lose theirs, and those that get one, with what it says. */
interface Marks {
  readonly done: Done;
  readonly off: readonly string[];
  readonly on: readonly { readonly field: string; readonly note: string }[];
}

/**
 * Marks what grid edits left wrong in these rows, and takes away marks of what is right again: 2 writes for each thing that is
 * wrong, in however many cells, and 2 for all that is right.
 */
export function markCells(work: Work, all: readonly Done[]): Done[] {
  const marks = all.map((done) => marksOf(work, done));
  for (const tab of byTab(all.map(({ planned }) => planned)).keys()) {
    writeMarks(
      work,
      tab,
      marks.filter(({ done }) => done.planned.tab === tab),
    );
  }
  return marks.map(({ done }) => done);
}

function marksOf(work: Work, done: Done): Marks {
  const { planned, row } = done;
  const before = planned.entry?.state.marks ?? [];
  if (!row || (!isOfGrid(work.how) && before.length === 0)) return { done, off: [], on: [] };
  const issues = resolveRow(row, work.context).issues.filter(({ field, code }) => {
    // A row that is still being typed lacks much; what its stage asks for is missing only once that stage is set.
    return code !== 'required' || fieldOf(planned.tab, field)?.requiredWhen !== undefined;
  });
  const wrong = new Map(issues.slice(0, mostPerRow).map((issue) => [issue.field, issue]));
  const on = [...wrong].flatMap(([field, { code, expected, message }]) =>
    before.includes(field)
      ? []
      : [{ field, note: `${prefix}${code === 'required' ? message : `expected ${expected}.`}` }],
  );
  return { done: { ...done, marks: [...wrong.keys()] }, off: before.filter((field) => !wrong.has(field)), on };
}

function writeMarks(work: Work, tab: RecordTabKey, marks: readonly Marks[]): void {
  const off: string[] = [];
  const on = new Map<string, string[]>();
  const columns = columnsOf(work, tab);
  for (const { done, off: right, on: wrong } of marks) {
    const cellOf = (field: string) => {
      const column = columns.at(field);
      return column === undefined || !done.row ? [] : [`${columnLetters(column)}${done.row.row}`];
    };
    for (const field of right) off.push(...cellOf(field));
    for (const { field, note } of wrong) {
      const cells = on.get(note) ?? [];
      cells.push(...cellOf(field));
      on.set(note, cells);
    }
  }
  if (off.length > 0) columns.sheet.getRangeList(off).clearNote().setBackground(null);
  for (const [note, cells] of on) {
    if (cells.length > 0) columns.sheet.getRangeList(cells).setNote(note).setBackground(colour);
  }
}
