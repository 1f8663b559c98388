// Saving one record: the function's opinion first, where there is one, then the commit, which checks everything again.
import type { FieldValue } from '../domain/schema';
import { validateRemotely } from '../remote';
import { type Change, commit, findById, readTeam } from '../workbook';
import { assertMayWrite, type Caller, recordId, recordTab } from './caller';
import type { RecordView, SaveInput, SaveResult } from './contract';
import { badInput, CallError, notAllowed } from './reply';
import { committedView, recordView } from './view';

/** Throws `bad-input`, `not-allowed`, `no-record`, `busy`. */
export function saveOne(caller: Caller, input: SaveInput): SaveResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  const { workbook, author } = caller;
  const changes = plainFields(input.changes);
  const id = recordId(input.id);
  const opinion = validateRemotely(workbook, [{ ...input, ...(id ? { id } : {}), tab, changes }]);
  const verdict = opinion.kind === 'verdicts' ? opinion.verdicts[0] : undefined;
  if (verdict?.status === 'invalid') return { status: 'invalid', issues: [...verdict.issues] };
  if (verdict?.status === 'forbidden') {
    throw notAllowed(verdict.issues[0]?.message ?? 'You may not make this change.');
  }
  const change: Change = {
    kind: id ? 'update' : 'create',
    tab,
    ...(id ? { id } : {}),
    fields: changes,
    ...(input.baseVersion === undefined ? {} : { baseVersion: input.baseVersion }),
    ...(input.base ? { base: input.base } : {}),
    ...(input.overwrite ? { overwrite: input.overwrite } : {}),
  };
  const outcome = commit(workbook, author, 'sidebar', [change]);
  switch (outcome.status) {
    case 'invalid':
      return { status: 'invalid', issues: [...outcome.issues] };
    case 'conflict':
      return { status: 'conflict', record: current(caller, input), conflicts: [...outcome.conflicts] };
    default: {
      const own = outcome.records[0];
      return {
        status: 'saved',
        record: own ? committedView(own, readTeam(workbook)) : current(caller, input),
        changeSet: outcome.changeSet,
        merged: [...outcome.merged],
        warnings: [...outcome.warnings, ...(opinion.kind === 'passedOver' ? [opinion.notice] : [])],
      };
    }
  }
}

/** The record as it is now, for a form to start from again. */
function current({ workbook }: Caller, input: SaveInput): RecordView {
  const id = recordId(input.id);
  const record = id ? findById(workbook, recordTab(input.tab), id) : null;
  if (!record) throw new CallError('no-record', `${id ?? 'This record'} is not in the workbook any more.`);
  return recordView(record, readTeam(workbook));
}

/** The changes as a plain object of values. Throws `bad-input`. */
export function plainFields(changes: unknown): { [field: string]: FieldValue } {
  if (typeof changes !== 'object' || changes === null || Array.isArray(changes)) {
    throw badInput('`changes` must be an object of fields and their values.');
  }
  return changes as { [field: string]: FieldValue };
}
