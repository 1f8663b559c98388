// Putting back one field of one change, and bringing back a deleted record.
import { fieldOf, sameValue } from '../domain/record';
import type { FieldValue } from '../domain/schema';
import { fold } from '../domain/text';
import {
  commit,
  findById,
  isKept,
  readBySummary,
  readChangeSet,
  readLedgerEntries,
  restore,
  settleArchive,
} from '../workbook';
import { assertMayWrite, type Caller, neededId, recordId, recordTab } from './caller';
import type {
  DeletedInput,
  DeletedRecord,
  DeletedResult,
  PutBackInput,
  PutBackResult,
  RestoreInput,
  RestoreResult,
} from './contract-history';
import { namesIn } from './history-view';
import { CallError, notAllowed } from './reply';

/**
 * Without `expected` it only says what the field holds now; with it, writes what it held before the change, whatever happened
 * since, and asks again when that is not what it holds any more. Throws `bad-input`, `not-allowed`, `no-record`, `no-change-set`.
 */
export function putBackField(caller: Caller, input: PutBackInput): PutBackResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  const { workbook, author } = caller;
  const id = recordId(input.id) ?? '';
  const key = String(input.field ?? '');
  settleArchive(workbook);
  const change = readChangeSet(workbook, String(input.changeSet ?? '')).find(
    (entry) => entry.tab === tab && entry.id === id && Object.keys(entry.delta).includes(key),
  );
  if (!change)
    throw new CallError('no-change-set', `History does not tell of this change of ${id || 'a record'} any more.`);
  const field = fieldOf(tab, key);
  if (field?.writer !== 'person' && field?.writer !== 'twoWay') {
    throw notAllowed(`${field?.header ?? key} is kept by Rowbook itself, so it cannot be put back.`);
  }
  const record = findById(workbook, tab, id);
  if (!record) throw new CallError('no-record', `${id} is not in the workbook any more. Restore it first.`);
  const before = change.delta[key]?.[0] ?? null;
  const now: FieldValue = record.raw[key] ?? record.fields[key] ?? null;
  const formula = record.formulas[key];
  const ask = (): PutBackResult => ({
    status: 'ask',
    now,
    then: before,
    labels: namesIn(workbook, [{ tab, delta: { [key]: [now, before] } }]),
    currency: record.fields.currency ?? null,
    expected: { value: now, version: record.version },
    ...(formula === undefined ? {} : { formula }),
  });
  const { expected } = input;
  if (typeof expected !== 'object' || expected === null || !sameValue(expected.value, now)) return ask();
  const outcome = commit(workbook, author, 'sidebar', [
    {
      kind: 'update',
      tab,
      id,
      fields: { [key]: before },
      baseVersion: record.version,
      base: { [key]: now },
      ...(formula === undefined ? {} : { overwrite: [key] }),
    },
  ]);
  if (outcome.status === 'invalid') return { status: 'invalid', issues: [...outcome.issues] };
  // Somebody changed it between the look and the commit: what it holds now is asked about anew.
  if (outcome.status === 'conflict') return putBackField(caller, { ...input, expected: { value: now, version: -1 } });
  return { status: 'saved', changeSet: outcome.changeSet, warnings: [...outcome.warnings] };
}

/** Deletions that one look goes through, and records it lists. */
const mostDeletions = 500;
const mostListed = 50;

/** Records that were deleted one by one and are still gone, the latest first. Those of an import that was undone come with its change set. */
export function deletedRecords(caller: Caller, input: DeletedInput): DeletedResult {
  const { workbook } = caller;
  const tab = input.tab === undefined || input.tab === null ? undefined : recordTab(input.tab);
  const words = fold(String(input.query ?? '')).split(' ');
  settleArchive(workbook);
  const deletions = readBySummary(workbook, 'Deleted', mostDeletions);
  const wanted = new Map<string, (typeof deletions)[number]>();
  for (const entry of deletions) {
    const text = fold(`${entry.name} ${entry.id}`);
    if ((tab && entry.tab !== tab) || !words.every((word) => text.includes(word))) continue;
    if (!wanted.has(entry.id)) wanted.set(entry.id, entry);
  }
  const listed = [...wanted.values()].slice(0, mostListed);
  const gone = new Set<string>();
  for (const one of new Set(listed.map((entry) => entry.tab))) {
    const ids = listed.filter((entry) => entry.tab === one).map((entry) => entry.id);
    for (const [id, ledger] of readLedgerEntries(workbook, one, ids)) if (isKept(ledger)) gone.add(id);
  }
  const records = listed.filter((entry) => gone.has(entry.id));
  return {
    records: records.map(({ tab, id, name, when, who }): DeletedRecord => ({ tab, id, name: name || id, when, who })),
    more: deletions.length === mostDeletions || wanted.size > listed.length,
  };
}

/** Throws `bad-input`, `not-allowed`, `no-record`, `not-deleted`. */
export function restoreRecord(caller: Caller, input: RestoreInput): RestoreResult {
  const tab = recordTab(input.tab);
  assertMayWrite(caller, tab);
  return restore(caller.workbook, caller.author, tab, neededId(input.id));
}
