// Values that cannot be right stay in their cells, with a note and a colour that say so (DESIGN.md invariant 4). Which cells
// carry such a note is kept in the ledger, so that it is taken away when the value is mended, and no note of a person is.
import { resolveRow } from './lookups';
import type { Done } from './read-back';
import { columnsOf, type Work } from './work';

const colour = '#fce8e6';
const prefix = 'Rowbook: ';
/** A paste of a thousand wrong values marks the first ones; all are listed under "Needs attention". */
const mostPerRow = 6;

/** Marks what a grid edit left wrong in this row, and takes away marks of what is right again. */
export function markCells(work: Work, done: Done): Done {
  const { planned, row } = done;
  const before = planned.entry?.state.marks ?? [];
  if (!row || (work.how !== 'grid' && before.length === 0)) return done;
  const columns = columnsOf(work, planned.tab);
  const issues = resolveRow(row, work.context).issues.filter(({ code }) => code !== 'required');
  const wrong = new Map(issues.slice(0, mostPerRow).map((issue) => [issue.field, issue]));
  for (const field of before) {
    const column = columns.at(field);
    if (column !== undefined && !wrong.has(field)) {
      columns.sheet.getRange(row.row, column).clearNote().setBackground(null);
    }
  }
  for (const [field, { expected }] of wrong) {
    const column = columns.at(field);
    if (column !== undefined && !before.includes(field)) {
      columns.sheet.getRange(row.row, column).setNote(`${prefix}expected ${expected}.`).setBackground(colour);
    }
  }
  return { ...done, marks: [...wrong.keys()] };
}
