// Merging two records that are one, and remembering that two others are not.
import { parseId } from '../domain/ids';
import { tabOf } from '../domain/schema';
import { findById, mergeRecords, notDuplicates, readTeam, tellNotDuplicates } from '../workbook';
import { assertMayChange, assertMayWrite, type Caller, given, neededId } from './caller';
import type { MergedTab, MergeInput, MergeResult, NotDuplicates, NotDuplicatesInput } from './contract-duplicates';
import { badInput, CallError } from './reply';
import { plainFields } from './save';
import { committedView, recordView } from './view';

const mergedTabs: readonly MergedTab[] = ['contacts', 'companies', 'deals'];

/** The next step of a merge. Throws `bad-input`, `not-allowed`, `no-record`, `busy`. */
export function mergeNext(caller: Caller, input: MergeInput): MergeResult {
  const tab = mergedTab(input.tab);
  assertMayChange(caller);
  assertMayWrite(caller, tab);
  const { workbook, author } = caller;
  const [keep, gone] = [looked(tab, input.keep), looked(tab, input.gone)];
  if (keep.id === gone.id) throw badInput('A record cannot be merged with itself.');
  const wanted = { tab, keep, gone, changes: plainFields(input.changes ?? {}), goesOn: Boolean(input.changeSet) };
  const done = mergeRecords(workbook, author, wanted);
  switch (done.status) {
    case 'merged': {
      const { changeSet, moved, warnings } = done;
      const team = readTeam(workbook);
      const stored = done.record ? null : findById(workbook, tab, keep.id);
      const record = done.record ? committedView(done.record, team) : stored && recordView(stored, team);
      if (!record) throw new CallError('no-record', `${keep.id} is not in the workbook any more.`);
      return { status: 'merged', changeSet, record, moved: [...moved], warnings: [...warnings] };
    }
    case 'invalid':
      return { status: 'invalid', issues: [...done.issues] };
    default:
      return done;
  }
}

/** All pairs of a tab that are not one, after telling of one or taking it back. Throws `bad-input`, `not-allowed`, `no-record`. */
export function notDuplicatesIn(caller: Caller, { tab: key, ids, not = true }: NotDuplicatesInput): NotDuplicates {
  const tab = mergedTab(key);
  const { workbook } = caller;
  const pairs = () => {
    if (ids === undefined || ids === null) return notDuplicates(workbook, tab);
    assertMayChange(caller);
    assertMayWrite(caller, tab);
    if (!Array.isArray(ids) || ids.length !== 2) throw badInput('`ids` must be the ids of two records.');
    const [one, other] = [idOf(tab, ids[0]), idOf(tab, ids[1])];
    if (one === other) throw badInput('`ids` must be the ids of two records.');
    return tellNotDuplicates(workbook, tab, [one, other], not !== false);
  };
  return { pairs: pairs().map(([one, other]) => [one, other]) };
}

function mergedTab(key: unknown): MergedTab {
  const tab = mergedTabs.find((one) => one === key);
  if (tab) return tab;
  throw badInput(`Records of “${String(key)}” cannot be merged. It is one of ${mergedTabs.join(', ')}.`);
}

function looked(tab: MergedTab, record: unknown): MergeInput['keep'] {
  const { id, version } = given(record as MergeInput['keep']);
  if (typeof version !== 'number') throw badInput('Say which version of the record was looked at.');
  return { id: idOf(tab, id), version };
}

function idOf(tab: MergedTab, text: unknown): string {
  const id = neededId(text);
  if (parseId(id)?.tab !== tab) throw badInput(`${id} is not in ${tabOf(tab).title}.`);
  return id;
}
