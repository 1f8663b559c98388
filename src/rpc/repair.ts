// The repairs that "Needs attention" offers, one by one. What came of them is said by the client.
import { fieldOf } from '../domain/record';
import { mayManage } from '../domain/roles';
import { type RecordTabKey, recordTabKeys } from '../domain/schema';
import {
  bringColumnBack,
  changesOfSort,
  commit,
  dismiss,
  keepCopy,
  lastGoodValue,
  leaveColumnOut,
  putRight,
  reconcile,
  removeCopy,
  unmerge,
} from '../workbook';
import { assertMayChange, assertMayWrite, type Caller, recordId, recordTab } from './caller';
import type { RepairInput, RepairResult } from './contract-attention';
import { badInput, CallError, notAllowed } from './reply';

/** A `check` goes on for so long in one call. */
const checkMs = 20_000;

/** Throws `not-allowed`, `bad-input`, and what each repair throws. */
export function repairIn(caller: Caller, input: RepairInput): RepairResult {
  assertMayChange(caller);
  switch (input.action) {
    case 'check':
      return check(caller);
    case 'lastGood':
      return putBackLastGood(caller, input);
    case 'putRight':
      return putRightSort(caller, input);
    case 'dismiss':
      dismiss(caller.workbook, changeSetOf(input));
      return nothing;
    case 'bringBack':
    case 'leaveOut':
    case 'removeCopy':
    case 'keepCopy':
      return mendColumn(caller, input);
    case 'unmerge':
      return unmerged(caller, input);
    default:
      throw badInput('There is no such repair. Look at the list again.');
  }
}

const nothing: RepairResult = { changeSet: '', changed: 0, more: false, shown: '', left: [] };

function check({ workbook }: Caller): RepairResult {
  const until = Date.now() + checkMs;
  const hasTime = () => Date.now() < until;
  for (const tab of recordTabKeys) {
    try {
      reconcile(workbook, tab, hasTime);
    } catch (error) {
      // What cannot be read is listed, and keeps the other tabs from nothing.
      console.error(`Check of ${tab}:`, error);
    }
    if (!hasTime()) return { ...nothing, more: true };
  }
  return nothing;
}

function putBackLastGood(caller: Caller, input: Extract<RepairInput, { action: 'lastGood' }>): RepairResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  const id = recordId(input.id);
  const field = String(input.field);
  const declared = fieldOf(tab, field);
  if (id === undefined || !declared) throw badInput('Say which field of which record: `id` and `field`.');
  const { workbook, author } = caller;
  const last = lastGoodValue(workbook, tab, id, field);
  if (!last)
    throw new CallError(
      'no-value',
      `History knows no other value of ${declared.header}. Open ${id} and mend it there.`,
    );
  const change = {
    kind: 'update',
    tab,
    id,
    fields: { [field]: last.value },
    overwrite: [field],
    by: 'system',
  } as const;
  const outcome = commit(workbook, author, 'sidebar', [change]);
  if (outcome.status === 'invalid')
    throw new CallError('invalid', outcome.issues[0]?.message ?? `${declared.header} cannot be put back.`);
  if (outcome.status === 'conflict')
    throw new CallError('conflict', `${id} has just been changed. Look at it again first.`);
  return { ...nothing, changeSet: outcome.changeSet, changed: 1 };
}

function putRightSort(caller: Caller, input: Extract<RepairInput, { action: 'putRight' }>): RepairResult {
  const changeSet = changeSetOf(input);
  const { workbook, author } = caller;
  for (const tab of changesOfSort(workbook, changeSet)) assertMayWrite(caller, tab);
  if (!mayManage(caller.role)) {
    throw notAllowed('A sort goes through the records of several people. Ask a manager or an admin to put it right.');
  }
  const fields = texts(input.fields);
  const ids = texts(input.ids);
  const done = putRight(workbook, author, changeSet, { ...(fields ? { fields } : {}), ...(ids ? { ids } : {}) });
  return { ...nothing, changeSet: done.changeSet, changed: done.undone, more: done.more, left: [...done.kept] };
}

function mendColumn(
  caller: Caller,
  input: { readonly action: 'bringBack' | 'leaveOut' | 'removeCopy' | 'keepCopy'; tab: unknown; field: unknown },
): RepairResult {
  const tab: RecordTabKey = recordTab(input.tab);
  if (caller.role !== 'admin') throw notAllowed('Only admins change which columns a tab has.');
  const { workbook } = caller;
  const field = String(input.field);
  if (!fieldOf(tab, field)) throw badInput(`There is no field “${field.slice(0, 80)}”.`);
  switch (input.action) {
    case 'bringBack':
      bringColumnBack(workbook, tab, field);
      return nothing;
    case 'leaveOut':
      leaveColumnOut(workbook, tab, field);
      return nothing;
    case 'keepCopy':
      return { ...nothing, shown: keepCopy(workbook, tab, field) };
    default: {
      const reason = 'The copy holds something else here.';
      const left = removeCopy(workbook, tab, field).map((row) => ({ tab, id: `row ${row}`, field, reason }));
      return { ...nothing, left };
    }
  }
}

function unmerged(caller: Caller, input: Extract<RepairInput, { action: 'unmerge' }>): RepairResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  const range = String(input.range).toUpperCase();
  if (!/^[A-Z]{1,3}\d{1,7}(:[A-Z]{1,3}\d{1,7})?$/.test(range)) throw badInput('`range` must be a range like B2:C4.');
  unmerge(caller.workbook, tab, range);
  return nothing;
}

function changeSetOf({ changeSet }: { changeSet?: string }): string {
  const text = String(changeSet ?? '').trim();
  if (text === '') throw badInput('Say which change set: `changeSet` is missing.');
  return text;
}

/** A list of texts as a client sent it; undefined when it is left out. Throws `bad-input`. */
function texts(list: unknown): string[] | undefined {
  if (list === undefined || list === null) return undefined;
  if (!Array.isArray(list)) throw badInput('`fields` and `ids` must be lists.');
  return list.map(String);
}
