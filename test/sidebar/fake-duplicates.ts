// What the window of duplicates asks, answered from the records of the fake server: pages of rows, merges that can be undone, and the
// pairs that are said to be none.
import type { RecordTabKey } from '../../src/domain/schema';
import type { Issue, RecordView } from '../../src/rpc/contract';
import type { MergeInput, MergeResult, NotDuplicatesInput } from '../../src/rpc/contract-duplicates';
import type { RecordRow, RecordRowsInput } from '../../src/rpc/contract-lists';
import type { FakeServer } from './fake-server';
import type { Server } from './harness';

export interface FakeDuplicates {
  functions: Server;
  apart: [string, string][];
  merges: MergeInput[];
  /** Answers of the next merges, in order; then they succeed. A function is called first. */
  next: (MergeResult | (() => MergeResult))[];
  /** Rows in one page. */
  pageSize: number;
}

const blank = (value: unknown) => value === null || value === undefined || value === '';

export function fakeDuplicates(server: FakeServer): FakeDuplicates {
  const before = new Map<string, Map<string, RecordView>>();
  const fake: FakeDuplicates = { functions: {}, apart: [], merges: [], next: [], pageSize: 1000 };

  const rowOf = ({ id, fields }: RecordView): RecordRow => {
    const labels: { [id: string]: string } = {};
    for (const value of Object.values(fields)) {
      const other = typeof value === 'string' ? server.records.get(`companies/${value}`) : undefined;
      if (other) labels[other.id] = other.name;
    }
    return { id, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => !blank(value))), labels };
  };
  const page = ({ tab, from = { row: 2, above: '' } }: RecordRowsInput) => {
    const all = [...server.records.values()].filter((record) => record.tab === tab);
    const end = from.row - 2 + fake.pageSize;
    const next = end < all.length ? { row: end + 2, above: all[end - 1]?.id ?? '' } : null;
    return { rows: all.slice(from.row - 2, end).map(rowOf), next, moved: false, total: all.length };
  };
  const merge = (input: MergeInput): MergeResult => {
    fake.merges.push(input);
    const other = fake.next.shift();
    if (other) return typeof other === 'function' ? other() : other;
    const { tab, keep, gone } = input;
    const stale = [keep, gone].find(({ id, version }) => server.record(tab, id).version !== version);
    if (stale) return { status: 'changed', id: stale.id };
    const changeSet = input.changeSet ?? `CS-M${before.size + 1}`;
    before.set(changeSet, new Map(server.records));
    const counts = new Map<RecordTabKey, number>();
    for (const record of [...server.records.values()]) {
      if (record.id === gone.id || !Object.values(record.fields).includes(gone.id)) continue;
      const fields = Object.entries(record.fields).map(([key, value]) => [key, value === gone.id ? keep.id : value]);
      server.add(record.tab, record.id, Object.fromEntries(fields));
      counts.set(record.tab, (counts.get(record.tab) ?? 0) + 1);
    }
    const kept = server.record(tab, keep.id);
    const record = server.add(tab, keep.id, { ...kept.fields, ...input.changes }, { version: kept.version + 1 });
    server.records.delete(`${tab}/${gone.id}`);
    const moved = [...counts].map(([one, count]) => ({ tab: one, count }));
    return { status: 'merged', changeSet, record, moved, warnings: [] };
  };
  const tell = ({ ids, not }: NotDuplicatesInput) => {
    const isSame = (pair: readonly string[]) => ids !== undefined && [...pair].sort().join() === [...ids].sort().join();
    if (ids) fake.apart = [...fake.apart.filter((pair) => !isSame(pair)), ...(not ? [ids] : [])];
    return { pairs: fake.apart };
  };

  const ok = <T>(value: T) => ({ ok: true, value });
  fake.functions = server.functions({
    recordRows: (input: RecordRowsInput) => ok(page(input)),
    mergeRecords: (input: MergeInput) => ok(merge(input)),
    notDuplicates: (input: NotDuplicatesInput) => ok(tell(input)),
    undoChangeSet: ({ changeSet }: { changeSet: string }) => {
      const then = before.get(changeSet);
      if (then) {
        server.records.clear();
        for (const [key, record] of then) server.records.set(key, record);
      }
      return ok({ changeSet: `${changeSet}u`, more: false, undone: then ? 1 : 0, kept: [] });
    },
  });
  return fake;
}

export function issueOf(field: string, more: Partial<Issue> = {}): Issue {
  const message = `“x” in ${field} cannot be right.`;
  return { tab: 'contacts', id: 'C-1', field, code: 'invalid', expected: '', received: 'x', message, ...more };
}

/** Six contacts of whom three pairs are alike, two companies and two deals that are one. */
export function addTwins(server: FakeServer): void {
  const me = 'mara@example.com';
  server.add('companies', 'CO-1', { name: 'Halvorsen Shipping AS', domain: 'halvorsen.example', city: 'Bergen' });
  server.add('companies', 'CO-2', { name: 'Halvorsen Shipping', domain: 'halvorsen.example', phone: '+4755123456' });
  server.add('contacts', 'C-1', {
    firstName: 'Jon',
    lastName: 'Smith',
    email: 'jon.smith@halvorsen.example',
    phone: '+4755123456',
    company: 'CO-1',
    jobTitle: 'Head of procurement',
    status: 'Customer',
    owner: me,
    tags: ['key account', 'fleet'],
    city: 'Bergen',
    created: '2024-03-02T09:00',
    lastContact: '2026-11-11',
    notes: 'Prefers to be called before ten.',
  });
  server.add('contacts', 'C-2', {
    firstName: 'John',
    lastName: 'Smith',
    email: 'john@smith.example',
    phone: '+4755123456',
    company: 'CO-2',
    status: 'Lead',
    owner: 'tom@example.com',
    tags: ['fair 2025'],
    city: 'Bergen',
    created: '2025-09-14T12:30',
    notes: 'Met at the fair.',
  });
  server.add('contacts', 'C-3', { firstName: 'Ana', lastName: 'Lima', email: 'ana@x.example', tags: [] });
  server.add('contacts', 'C-4', { firstName: 'Ana', lastName: 'Lima', email: 'Ana@x.example', tags: [] });
  server.add('contacts', 'C-5', { firstName: 'Robert', lastName: 'Berg', company: 'CO-1', tags: [] });
  server.add('contacts', 'C-6', { firstName: 'Bob', lastName: 'Berg', company: 'CO-1', tags: [] });
  server.add('contacts', 'C-7', { firstName: 'Zoe', lastName: 'Quist', email: 'zoe@q.example', tags: [] });
  const deal = { company: 'CO-1', pipeline: 'Sales', stage: 'Lead', currency: 'EUR', owner: me };
  server.add('deals', 'D-1', {
    ...deal,
    name: 'Fleet tracking',
    amount: 84500,
    closeDate: '2026-11-30',
    contact: 'C-1',
  });
  server.add('deals', 'D-2', {
    ...deal,
    name: 'Fleet tracking',
    amount: 84000,
    closeDate: '2026-12-04',
    contact: 'C-2',
  });
  server.add('interactions', 'I-1', { when: '2026-11-11T10:30', kind: 'Call', subject: 'Price', contact: 'C-2' });
  server.add('tasks', 'T-1', { title: 'Call back', due: '2026-12-01', owner: me, contact: 'C-2', status: 'Open' });
}
