// What needs attention: a page of it, with counts of all.
import { adminRepairs, countByKind, inOrder, type Problem, problemKinds } from '../domain/attention/problem';
import { fieldOf } from '../domain/record';
import { mayManage } from '../domain/roles';
import { type RecordTabKey, recordTabKeys } from '../domain/schema';
import { mailProblems } from '../mail/attention';
import { columnsLeftOut, keepCounts, lastGoodValue, lookAt, type Workbook } from '../workbook';
import { type Caller, recordId, recordTab } from './caller';
import type { AttentionInput, LastGood, LastGoodInput, NeedsAttention } from './contract-attention';
import { badInput } from './reply';

const usualPage = 50;
const mostOnPage = 200;

/** Reads each tab once. Sets the remembered counts right where all was looked at. Throws `bad-input`. */
export function needsAttentionIn(caller: Caller, input: AttentionInput): NeedsAttention {
  const { workbook } = caller;
  const tab = input.tab === undefined ? undefined : recordTab(input.tab);
  const kind = input.kind === undefined ? undefined : problemKinds.find((one) => one === input.kind);
  if (input.kind !== undefined && !kind) throw badInput(`\`kind\` is one of ${problemKinds.join(', ')}.`);
  const found = lookAt(workbook, tab ? [tab] : recordTabKeys);
  if (!tab && caller.role !== 'viewer') tryToKeep(workbook, found);
  const all = inOrder(tab ? found : [...found, ...mailProblems(workbook)]).map((one) => mayDo(caller, one));
  const wanted = kind ? all.filter((one) => one.kind === kind) : all;
  const from = count(input.offset, 0, wanted.length);
  return {
    problems: wanted.slice(from, from + count(input.limit, usualPage, mostOnPage)),
    counts: countByKind(all),
    total: wanted.length,
    leftOut: leftOutOf(workbook, tab ? [tab] : recordTabKeys),
  };
}

/** The last value of a field that could be right. Throws `bad-input`. */
export function lastGoodIn({ workbook }: Caller, input: LastGoodInput): LastGood {
  const tab = recordTab(input.tab);
  const id = recordId(input.id);
  if (id === undefined || !fieldOf(tab, String(input.field)))
    throw badInput('Say which field of which record: `id` and `field`.');
  const found = lastGoodValue(workbook, tab, id, String(input.field));
  return found ? { found: true, ...found } : { found: false };
}

/** The count at home may wait: others hold the lock, or Google lets this person only look. The list is shown all the same. */
function tryToKeep(workbook: Workbook, found: readonly Problem[]): void {
  try {
    keepCounts(workbook, found);
  } catch (error) {
    console.error('The count of what needs attention was not kept:', error);
  }
}

/** A viewer mends nothing. What is for admins stays in the list for others, who are told so. */
function mayDo({ role }: Caller, problem: Problem): Problem {
  // A sort goes through the records of several people: a manager puts it right.
  if (problem.kind === 'sort' && !mayManage(role)) return { ...problem, repairs: [] };
  return role === 'viewer'
    ? { ...problem, repairs: problem.repairs.filter((one) => one === 'open' || isAdmins(one)) }
    : problem;
}

function isAdmins(repair: Problem['repairs'][number]): boolean {
  return adminRepairs.includes(repair);
}

function count(given: unknown, usual: number, most: number): number {
  const number = Math.floor(Number(given ?? usual));
  return Number.isFinite(number) ? Math.min(Math.max(0, number), most) : usual;
}

function leftOutOf(workbook: Workbook, wanted: readonly RecordTabKey[]): NeedsAttention['leftOut'] {
  return wanted.flatMap((tab) =>
    columnsLeftOut(workbook, tab).map((field) => ({ tab, field, header: fieldOf(tab, field)?.header ?? field })),
  );
}
