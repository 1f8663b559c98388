// Bringing back a deleted record from the ledger: with its id, its formulas and its links, however long ago it went.
import type { Author } from '../domain/change-set';
import { fieldOf, isBlank, nameOf } from '../domain/record';
import { formatReference } from '../domain/references';
import { type FieldValue, fieldsOf, type RecordTabKey, tabOf } from '../domain/schema';
import type { Workbook } from './api';
import { readColumns } from './columns';
import { commit } from './commit';
import { WorkbookError } from './errors';
import { isDeleted, readLedgerEntry } from './ledger';
import { locate, seenFields } from './rows';
import { withoutId } from './work';

/**
 * Brings the record back as it went. `warnings` name its references that lead to records which are deleted themselves; those of
 * others to it lead to it again by themselves. Throws WorkbookError `no-record` where nothing is known of it, `not-deleted`.
 */
export function restore(
  workbook: Workbook,
  author: Author,
  tab: RecordTabKey,
  id: string,
): { changeSet: string; warnings: string[] } {
  const entry = readLedgerEntry(workbook, tab, id);
  const to = entry && isDeleted(entry) ? entry.state.to : undefined;
  if (to !== undefined) {
    throw new WorkbookError('not-deleted', `${id} was merged into ${to}. Undo that in History to have it back.`);
  }
  const fields = withoutId(seenFields(entry?.state ?? { fields: {}, raw: {} }));
  if (Object.values(fields).every(isBlank)) {
    throw new WorkbookError('no-record', `Nothing is kept of ${id}, so it cannot be brought back.`);
  }
  // Somebody may have pasted its row back, which the next compare takes in.
  if (locate(workbook, tab, readColumns(workbook, tab), id, null)) {
    throw new WorkbookError('not-deleted', `${id} stands in ${tabOf(tab).title}.`);
  }
  const outcome = commit(workbook, author, 'sidebar', [{ kind: 'create', tab, id, fields, by: 'system' }], {
    unchecked: true,
    derived: true,
  });
  if (outcome.status !== 'saved') throw new WorkbookError('unsettled', `${id} could not be brought back. Try again.`);
  return { changeSet: outcome.changeSet, warnings: lostReferences(workbook, tab, fields) };
}

function lostReferences(
  workbook: Workbook,
  tab: RecordTabKey,
  fields: { readonly [field: string]: FieldValue },
): string[] {
  return fieldsOf(tab).flatMap(([key, { header, reference }]) => {
    const id = fields[key];
    if (reference === undefined || typeof id !== 'string' || fieldOf(tab, key)?.type !== 'reference') return [];
    const target = reference as RecordTabKey;
    const known = readLedgerEntry(workbook, target, id);
    if (known?.hash !== '') return [];
    return [
      `${header} is ${formatReference(nameOf(target, known.state.fields), id)}, which is deleted too. Restore it in ${tabOf(target).title} to have the link back.`,
    ];
  });
}
