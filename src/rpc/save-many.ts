// Saving many records of one tab in one change set: all or none.
import { type Change, commit } from '../workbook';
import { assertMayWrite, type Caller, given, recordId, recordTab } from './caller';
import type { SaveManyInput, SaveManyResult } from './contract';
import { CallError } from './reply';
import { plainFields } from './save';

/** Keeps the lock short (DESIGN.md invariant 9); an import has its own way. */
const mostAtOnce = 500;

/** Throws `bad-input`, `not-allowed`, `no-record`, `busy`. With any issue nothing is written. */
export function saveMany(caller: Caller, input: SaveManyInput): SaveManyResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  if (!Array.isArray(input.records)) throw new CallError('bad-input', '`records` must be a list.');
  if (input.records.length > mostAtOnce) throw new CallError('bad-input', `At most ${mostAtOnce} records at once.`);
  const ids = input.records.map((record) => recordId(given(record).id));
  const changes = input.records.map((record, index): Change => {
    const id = ids[index];
    const fields = plainFields(given(record).changes);
    return id ? { kind: 'update', tab, id, fields } : { kind: 'create', tab, fields };
  });
  const outcome = commit(caller.workbook, caller.author, 'sidebar', changes);
  switch (outcome.status) {
    case 'saved': {
      const created = outcome.records.filter(({ kind }) => kind === 'create').map(({ id }) => id);
      let next = 0;
      return {
        changeSet: outcome.changeSet,
        ids: ids.map((id) => id ?? created[next++] ?? ''),
        issues: [],
      };
    }
    case 'invalid':
      return { changeSet: '', ids: [], issues: [...outcome.issues] };
    default:
      throw new CallError(
        'conflict',
        `${outcome.id} was changed by somebody else in the same moment. Nothing was saved.`,
      );
  }
}
