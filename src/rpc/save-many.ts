// Saving many records of one tab in one change set: all or none, or as many as can be.
import { isBy, isOfGrid } from '../domain/change-set';
import { sameValue } from '../domain/record';
import type { RecordTabKey } from '../domain/schema';
import { type Change, commit, commitEach, readTable, readToUndo, refusalFor, seenFields } from '../workbook';
import { assertMayWrite, type Caller, given, recordId, recordTab } from './caller';
import type { KeptRecord, SaveManyInput, SaveManyResult } from './contract';
import { badInput, CallError, notAllowed } from './reply';
import { plainFields } from './save';

/** Keeps the lock short (DESIGN.md invariant 9); an import has its own way. */
const mostAtOnce = 500;

/**
 * With any issue nothing is written, unless `each` says that what cannot be saved is left alone and told. Throws `bad-input`,
 * `not-allowed`, `no-record`, `busy`.
 */
export function saveMany(caller: Caller, input: SaveManyInput): SaveManyResult {
  const tab = recordTab(input.tab);
  const { workbook, author } = caller;
  assertMayWrite(caller, tab);
  if (!Array.isArray(input.records)) throw badInput('`records` must be a list.');
  if (input.records.length > mostAtOnce) throw badInput(`At most ${mostAtOnce} records at once.`);
  const ids = input.records.map((record) => recordId(given(record).id));
  const all = input.records.map((record, index): Change => {
    const id = ids[index];
    const { changes, base } = given(record);
    const fields = plainFields(changes);
    // A version of zero is older than any: what the caller saw of the fields decides.
    const seen = base ? { base: plainFields(base), baseVersion: 0 } : {};
    return id ? { kind: 'update', tab, id, fields, ...seen } : { kind: 'create', tab, fields };
  });
  if (input.each) return saveEach(caller, tab, all, input);
  const outcome = commit(workbook, author, 'sidebar', all);
  switch (outcome.status) {
    case 'saved': {
      const created = outcome.records.filter(({ kind }) => kind === 'create').map(({ id }) => id);
      let next = 0;
      return {
        changeSet: outcome.changeSet,
        ids: ids.map((id) => id ?? created[next++] ?? ''),
        issues: [],
        kept: [],
      };
    }
    case 'invalid':
      return { changeSet: '', ids: [], issues: [...outcome.issues], kept: [] };
    default:
      throw new CallError(
        'conflict',
        `${outcome.id} was changed by somebody else in the same moment. Nothing was saved.`,
      );
  }
}

/** Each record that can be saved; what the caller may not change, or what is gone, is not tried (1 read more). */
function saveEach(
  caller: Caller,
  tab: RecordTabKey,
  all: readonly Change[],
  { changeSet = '', renamed = false }: SaveManyInput,
): SaveManyResult {
  const { workbook, author, email } = caller;
  if (renamed && (caller.role !== 'admin' || tab !== 'deals')) throw notAllowed('Only admins rename stages.');
  // Steps of one bulk edit share a change set; nobody puts theirs under another's. What people typed meanwhile stands in it as well.
  const isOwn = ({ how, who }: { how: string; who: string }) => isOfGrid(how) || isBy(who, email);
  if (changeSet !== '' && !readToUndo(workbook, changeSet).every(isOwn))
    throw badInput('`changeSet` must be of the answer before.');
  const { byId } = readTable(workbook, tab);
  const kept = all.flatMap(({ id = '', base = {} }): KeptRecord[] => {
    const record = byId(id);
    if (!record) return [{ id, reason: 'It is not in the workbook any more.' }];
    const before = seenFields(record);
    const reason = refusalFor(workbook, author, { act: 'edit', tab, id, before });
    if (reason !== undefined) return [{ id, reason }];
    // The commit would find these one after the other.
    const isSame = Object.keys(base).every((key) => sameValue(base[key], before[key]));
    return isSame ? [] : [{ id, reason: 'Somebody changed it meanwhile.' }];
  });
  const wanted = all.filter(({ id }) => !kept.some((one) => one.id === id));
  // Nothing else is written unchecked.
  const changes = renamed ? wanted.map((one) => ({ ...one, fields: { stage: String(one.fields?.stage) } })) : wanted;
  const options = { unchecked: renamed, ...(changeSet ? { changeSet } : {}) };
  const done = commitEach(workbook, author, 'sidebar', changes, options);
  const left = [...kept, ...done.kept];
  const ids = changes.flatMap(({ id = '' }) => (left.some((one) => one.id === id) ? [] : [id]));
  return { changeSet: done.outcome.changeSet || changeSet, ids, issues: [], kept: left };
}
