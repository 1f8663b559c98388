// `changes:validate`: proposed changes against the workbook as it is now, by the domain's own rules. Reads key columns and
// ledger rows only, in one request; writes nothing. The add-on checks again under its lock, so an `ok` here is advice.
import { parseId } from '../src/domain/ids';
import { merge } from '../src/domain/merge';
import { personKey } from '../src/domain/people';
import { fieldOf, isBlank, newRecord } from '../src/domain/record';
import { parseReference } from '../src/domain/references';
import { type People, refusalOf } from '../src/domain/roles';
import { type AnyRecord, ledgerTitle, type RecordTabKey, tabOf } from '../src/domain/schema';
import { fold } from '../src/domain/text';
import { checkChange, issue, type ValidationContext } from '../src/domain/validate';
import type { ProposedChange, Verdict } from '../src/domain/validation-exchange';
import { type Access, accessOf } from './access';
import type { Deadline } from './deadline';
import type { Caller } from './identity';
import { ledgerEntry } from './ledger';
import type { ReadRequest } from './read-plan';
import { settingFields, teamFields, teamOf } from './records';
import { requireTabs, type Snapshot } from './snapshot';
import { contextOf } from './validation-context';
import type { WorkbookReader } from './workbook-reader';

/** One verdict for each change, in order. Throws RequestProblem for a caller without access and for what Google refused. */
export async function validateChanges(
  reader: WorkbookReader,
  workbook: string,
  caller: Caller,
  changes: readonly ProposedChange[],
  deadline: Deadline,
): Promise<Verdict[]> {
  const request = readRequest(changes);
  const judge = (snapshot: Snapshot) => {
    requireTabs(snapshot, ['team']);
    const access = accessOf(caller, teamOf(snapshot));
    requireTabs(snapshot, ['settings']);
    return verdicts(snapshot, access, changes);
  };
  // Never from kept cells: the save before this one may be a second old.
  const found = judge(await reader.read(workbook, request, { deadline, from: 'layout' }));
  if (found.every(({ status }) => status !== 'stale')) return found;
  // A record that seems to be gone may stand in rows added since the layout was read.
  return judge(await reader.read(workbook, request, { deadline, from: 'nothing' }));
}

/** Team, Settings, the ledger rows of changed records, and the key columns that these changes can be checked with. */
function readRequest(changes: readonly ProposedChange[]): ReadRequest {
  const columns: { [tab: string]: Set<string> } = { team: new Set(teamFields), settings: new Set(settingFields) };
  const rows: { [tab: string]: number[] } = {};
  const want = (tab: string, fields: readonly string[]) => {
    const wanted = columns[tab] ?? new Set<string>();
    columns[tab] = wanted;
    for (const field of fields) wanted.add(field);
  };
  for (const { tab, id, changes: fields } of changes) {
    const parsed = parseId(id ?? '');
    if (parsed?.tab === tab) {
      // Whose a record is, its row says, not the ledger: anybody may write in a hidden tab.
      want(tab, ownerFields(tab));
      const title = ledgerTitle(tab);
      rows[title] = [...(rows[title] ?? []), parsed.number + 1];
    }
    for (const [key, value] of Object.entries(fields)) {
      const field = fieldOf(tab, key);
      if (!field || isBlank(value)) continue;
      if (field.unique) want(tab, ['id', key]);
      if (field.reference) {
        const byName = typeof value !== 'string' || parseReference(value).id === null;
        want(field.reference, byName ? ['id', ...(tabOf(field.reference as RecordTabKey).nameFields ?? [])] : ['id']);
      }
    }
  }
  return {
    columns: Object.fromEntries(Object.entries(columns).map(([tab, fields]) => [tab, [...fields].sort()])),
    rows: Object.fromEntries(
      Object.entries(rows).map(([tab, list]) => [tab, [...new Set(list)].sort((a, b) => a - b)]),
    ),
  };
}

function verdicts(snapshot: Snapshot, access: Access, changes: readonly ProposedChange[]): Verdict[] {
  const context = contextOf(snapshot);
  // Two changes of one request may clash with each other as well.
  const claimed = new Map<string, string>();
  return changes.map((change, index) => {
    const own = change.id ?? `change ${index}`;
    const verdict = verdictOf(snapshot, access, change, index, {
      ...context,
      holderOf: (tab, field, value) => {
        const other = claimed.get(`${tab}.${field}.${fold(value)}`);
        return context.holderOf?.(tab, field, value) ?? (other === own ? undefined : other);
      },
    });
    for (const [key, value] of Object.entries(change.changes)) {
      if (fieldOf(change.tab, key)?.unique && typeof value === 'string' && value !== '') {
        claimed.set(`${change.tab}.${key}.${fold(value)}`, own);
      }
    }
    return verdict;
  });
}

function verdictOf(
  snapshot: Snapshot,
  access: Access,
  change: ProposedChange,
  index: number,
  context: ValidationContext,
): Verdict {
  const { tab, id = '', baseVersion } = change;
  const verdict = (part: Partial<Verdict> & Pick<Verdict, 'status'>): Verdict => ({
    index,
    issues: [],
    conflicts: [],
    merged: [],
    ...part,
  });
  const refused = (act: 'create' | 'edit', before: AnyRecord) => {
    const message = refusalOf(access, { act, tab, id, before }, peopleOf(snapshot, context));
    const about = issue({ tab, id }, '', 'role', 'another role or owner', access.role);
    return message === undefined ? null : verdict({ status: 'forbidden', issues: [{ ...about, message }] });
  };
  const outright = refused('create', {});
  if (outright) return outright;

  const known = change.id === undefined ? newOne(tab) : currentOne(snapshot, tab, change.id, context);
  if (!known) return verdict({ status: 'stale', issues: [issue({ tab, id }, '', 'gone', 'a record that exists', id)] });
  const { before, version } = known;
  const notTheirs = change.id === undefined ? null : refused('edit', { ...before, owner: ownerOf(snapshot, tab, id) });
  if (notTheirs) return notTheirs;

  const checked = checkChange({ tab, id, before, changes: change.changes }, context);
  // The ledger may lag behind what people type: what an untouched field lacks is for the add-on to say.
  const issues = checked.issues.filter(({ field }) => change.id === undefined || concerns(change, field));
  if (issues.length > 0) return verdict({ status: 'invalid', issues });
  if (change.id === undefined || baseVersion === undefined || baseVersion === version) return verdict({ status: 'ok' });

  // Somebody saved since the form was opened. Without the values it began from nothing can be merged.
  const { base } = change;
  if (!base || Object.keys(change.changes).some((key) => !(key in base)) || baseVersion > version) {
    const expected = `version ${version}`;
    return verdict({ status: 'stale', issues: [issue({ tab, id }, '', 'stale', expected, `version ${baseVersion}`)] });
  }
  const { merged, conflicts } = merge({
    base,
    mine: checked.changes,
    theirs: before,
    overwrite: change.overwrite ?? [],
  });
  return verdict({
    status: conflicts.length > 0 ? 'conflict' : 'ok',
    merged,
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      label: fieldOf(tab, conflict.field)?.header ?? conflict.field,
      who: '',
      at: '',
    })),
  });
}

/** Whether the change touches this field, or one that decides whether it must be filled. */
function concerns({ tab, changes }: ProposedChange, field: string): boolean {
  const { requiredWhen, requiredUnless } = fieldOf(tab, field) ?? {};
  return [field, requiredWhen?.field, requiredUnless].some((key) => key !== undefined && key in changes);
}

interface KnownRecord {
  /** Empty where the record is there, but not in the ledger yet. */
  readonly before: AnyRecord;
  readonly version: number;
}

function ownerFields(tab: RecordTabKey): string[] {
  return fieldOf(tab, 'owner') ? ['id', 'owner'] : ['id'];
}

/** What stands in the Owner cell of a record's row; blank where there is none. */
function ownerOf(snapshot: Snapshot, tab: RecordTabKey, id: string): string | null {
  const columns = snapshot.columns(tab);
  const row = (columns?.of('id') ?? []).findIndex((cell) => String(cell ?? '').trim() === parseId(id)?.id);
  const cell = row < 0 || !fieldOf(tab, 'owner') ? '' : String(columns?.of('owner')[row] ?? '').trim();
  return cell === '' ? null : cell;
}

function peopleOf(snapshot: Snapshot, context: ValidationContext): People {
  const team = teamOf(snapshot);
  return {
    person: (text) => context.person?.(text),
    nameOf: (key) => team.find((member) => personKey(member) === key)?.name ?? undefined,
  };
}

/** A record to be: what the schema's defaults make of it. */
function newOne(tab: RecordTabKey): KnownRecord {
  return { before: newRecord(tab), version: 0 };
}

/** The record as the ledger knows it; null when it is not there. One typed into the grid may not be in the ledger yet. */
function currentOne(snapshot: Snapshot, tab: RecordTabKey, id: string, context: ValidationContext): KnownRecord | null {
  const parsed = parseId(id);
  if (parsed?.tab !== tab || !context.exists?.(tab, parsed.id)) return null;
  const entry = ledgerEntry(snapshot, tab, parsed);
  if (!entry) return { before: {}, version: 0 };
  return entry.deleted ? null : { before: entry.state, version: entry.version };
}
