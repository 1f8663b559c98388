// Tabs whose rows are no records, for the windows of lists and settings: reading them, and saving with the checks of each field. Rules for
// all rows together are the windows' to ask: an admin may type past them in the grid as well.
import { deltaOf } from '../domain/change-set';
import type { Issue } from '../domain/issue';
import { pickFields } from '../domain/record';
import { mayManage } from '../domain/roles';
import { type RecordTabKey, type TabKey, tabs } from '../domain/schema';
import { checkChange } from '../domain/validate';
import { changePlainRows, type RowChange, readPlainRows, refusalFor, valueContext } from '../workbook';
import type { Caller } from './caller';
import type { AdminRowsInput, AdminRowsResult } from './contract-lists';
import { badInput, notAllowed } from './reply';
import { plainFields } from './save';

/**
 * The rows of a tab (1 read), once the changes are made, if there are any. A new list is the caller's. Throws `bad-input`,
 * `not-allowed`, `busy`.
 */
export function adminRowsOf(caller: Caller, { tab: key, changes = [] }: AdminRowsInput): AdminRowsResult {
  const { workbook, author } = caller;
  const tab = (Object.keys(tabs) as TabKey[]).find((one) => one === key && tabs[one].kind === 'admin');
  if (!tab) throw badInput(`There is no tab “${String(key)}” of settings.`);
  const issues: Issue[] = [];
  const wanted = changes.map(({ row = 0, before: held, after }, index): RowChange => {
    const before = held ? plainFields(held) : {};
    const refusal = refusalFor(workbook, author, { act: held ? 'edit' : 'create', tab, id: '', before });
    if (refusal !== undefined) throw notAllowed(refusal);
    const place = held ? { row, before } : { row };
    if (!after) return { ...place, after };
    const given = plainFields(after);
    // A manager may bring back a list of somebody else.
    const owner = (mayManage(caller.role) && given.owner) || caller.key;
    const next = tab === 'lists' && !held ? { ...given, owner } : given;
    // The rules of a field are the same for every tab.
    const about = { tab: tab as RecordTabKey, id: '', before };
    const changed = pickFields(next, Object.keys(deltaOf(before, next)));
    const checked = checkChange({ ...about, changes: changed }, valueContext(workbook));
    issues.push(...checked.issues.map((one) => ({ ...one, row: index })));
    return { ...place, after: { ...before, ...checked.changes } };
  });
  if (issues.length > 0) return { status: 'invalid', issues };
  const saved = wanted.length === 0 || changePlainRows(workbook, author, tab, wanted);
  return { status: saved ? 'saved' : 'conflict', rows: readPlainRows(workbook, tab) };
}
