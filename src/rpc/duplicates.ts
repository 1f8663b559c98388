// Merging two records that are one, and remembering that two others are not.
import { parseId } from '../domain/ids';
import { findById, mergeRecords, notDuplicates, readTeam, tellNotDuplicates } from '../workbook';
import { assertMayChange, assertMayWrite, type Caller, given, neededId } from './caller';
import type { MergedTab, MergeInput, MergeResult, NotDuplicates, NotDuplicatesInput } from './contract-duplicates';
import { badInput, CallError } from './reply';
import { plainFields } from './save';
import { committedView, recordView } from './view';

const twoRecords =
  'Say which two records of the tab are meant: two ids, of a merge with the versions that were looked at.';
const mergedTabs: readonly MergedTab[] = ['contacts', 'companies', 'deals'];

/** The next step of a merge. Throws `bad-input`, `not-allowed`, `no-record`, `busy`. */
export function mergeNext(caller: Caller, input: MergeInput): MergeResult {
  const tab = mergedTab(input.tab);
  assertMayChange(caller);
  assertMayWrite(caller, tab);
  const { workbook, author } = caller;
  const [keep, gone] = [looked(tab, input.keep), looked(tab, input.gone)];
  if (keep.id === gone.id) throw badInput(twoRecords);
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
    if (!Array.isArray(ids)) throw badInput(twoRecords);
    const [one, other] = [idOf(tab, ids[0]), idOf(tab, ids[1])];
    if (one === other) throw badInput(twoRecords);
    return tellNotDuplicates(workbook, tab, [one, other], not !== false);
  };
  return { pairs: pairs().map(([one, other]) => [one, other]) };
}

function mergedTab(key: unknown): MergedTab {
  const tab = mergedTabs.find((one) => one === key);
  if (tab) return tab;
  throw badInput(`\`tab\` must be one of ${mergedTabs.join(', ')}.`);
}

function looked(tab: MergedTab, record: unknown): MergeInput['keep'] {
  const { id, version } = given(record as MergeInput['keep']);
  if (typeof version !== 'number') throw badInput(twoRecords);
  return { id: idOf(tab, id), version };
}

function idOf(tab: MergedTab, text: unknown): string {
  const id = neededId(text);
  if (parseId(id)?.tab !== tab) throw badInput(twoRecords);
  return id;
}
