// Values that cannot be right stay in their cells, with a note and a colour that say so (DESIGN.md invariant 4). Which cells
// carry such a note is kept in the ledger, so that it is taken away when the value is mended, and no note of a person is.
import { fieldOf } from '../domain/record';
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
  const issues = resolveRow(row, work.context).issues.filter(({ field, code }) => {
    // A row that is still being typed lacks much; what its stage asks for is missing only once that stage is set.
    return code !== 'required' || fieldOf(planned.tab, field)?.requiredWhen !== undefined;
  });
  const wrong = new Map(issues.slice(0, mostPerRow).map((issue) => [issue.field, issue]));
  for (const field of before) {
    const column = columns.at(field);
    if (column !== undefined && !wrong.has(field)) {
      columns.sheet.getRange(row.row, column).clearNote().setBackground(null);
    }
  }
  for (const [field, { code, expected, message }] of wrong) {
    const column = columns.at(field);
    if (column !== undefined && !before.includes(field)) {
      const note = code === 'required' ? message : `expected ${expected}.`;
      columns.sheet.getRange(row.row, column).setNote(`${prefix}${note}`).setBackground(colour);
    }
  }
  return { ...done, marks: [...wrong.keys()] };
}
