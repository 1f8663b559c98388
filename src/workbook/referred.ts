// Which of some records others point to: an undo must not leave references into nothing.
import { parseReference } from '../domain/references';
import { fieldsOf, type RecordTabKey, recordTabKeys } from '../domain/schema';
import type { Workbook } from './api';
import { readColumns } from './columns';

/**
 * Of these ids of one tab, those that a record refers to (2 reads for each tab that can, and 1 more for each further field).
 * A reference typed as a bare name does not count.
 */
export function referredIds(workbook: Workbook, tab: RecordTabKey, ids: ReadonlySet<string>): Set<string> {
  const referred = new Set<string>();
  for (const other of recordTabKeys) {
    const fields = fieldsOf(other).flatMap(([key, field]) => (field.reference === tab ? [key] : []));
    if (fields.length === 0) continue;
    const columns = readColumns(workbook, other);
    const rows = columns.sheet.getLastRow() - 1;
    for (const field of fields) {
      const column = columns.at(field);
      if (rows < 1 || column === undefined) continue;
      for (const [cell] of columns.sheet.getRange(2, column, rows, 1).getValues()) {
        const { id } = parseReference(String(cell ?? ''));
        if (id !== null && ids.has(id)) referred.add(id);
      }
    }
  }
  return referred;
}
