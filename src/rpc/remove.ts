// Deleting one record. It stays in ledger and History, and can be brought back by undoing its change set.
import { commit } from '../workbook';
import { assertMayWrite, type Caller, neededId, recordTab } from './caller';
import type { DeleteInput, DeleteResult } from './contract';
import { badInput, CallError } from './reply';

/** Throws `conflict` when the record changed since `baseVersion`, `no-record`, `not-allowed`, `bad-input`. */
export function removeOne(caller: Caller, input: DeleteInput): DeleteResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  const { baseVersion } = input;
  const id = neededId(input.id);
  const change = { kind: 'delete', tab, id } as const;
  const outcome = commit(caller.workbook, caller.author, 'sidebar', [
    baseVersion === undefined ? change : { ...change, baseVersion },
  ]);
  switch (outcome.status) {
    case 'saved':
      return { changeSet: outcome.changeSet, warnings: [...outcome.warnings] };
    case 'conflict': {
      const fields = outcome.conflicts.map(({ label, who }) => `${label} (${who})`).join(', ');
      throw new CallError(
        'conflict',
        `${change.id} has changed since you opened it: ${fields}. Look at it again first.`,
      );
    }
    default:
      throw badInput(outcome.issues[0]?.message ?? 'This record cannot be deleted.');
  }
}
