// What the tests of merges share: a workbook, the calls in all their steps, and what stands in the tabs.
import { expect } from 'vitest';
import { type FieldValue, ledgerTitle, type RecordTabKey } from '../../src/domain/schema';
import type { RecordPage, SaveManyResult, SaveResult, UndoResult } from '../../src/rpc/contract';
import type { MergeResult } from '../../src/rpc/contract-duplicates';
import { disagreements, gridRecords } from '../workbook/consistency';
import { admin, openWorld, type World } from '../workbook/world';

export interface Wanted {
  tab: RecordTabKey;
  keep: { id: string; version: number };
  gone: { id: string; version: number };
  changes: { [field: string]: FieldValue };
}
type Done = Extract<MergeResult, { status: 'merged' }>;

export interface MergeWorld extends World {
  make(tab: RecordTabKey, records: readonly object[]): Promise<void>;
  save(tab: RecordTabKey, id: string, changes: object, user?: string): Promise<SaveResult>;
  page(tab: RecordTabKey, id: string): Promise<RecordPage>;
  at(tab: RecordTabKey, id: string): { [field: string]: FieldValue } | undefined;
  /** The input of a merge, with the versions as they are. */
  wanted(tab: RecordTabKey, keep: string, gone: string, changes?: Wanted['changes']): Promise<Wanted>;
  /** All steps to the end, whatever that is. */
  mergeAll(input: Wanted, user?: string): Promise<{ last: MergeResult; steps: MergeResult[] }>;
  /** A merge that must go well. */
  merge(tab: RecordTabKey, keep: string, gone: string, changes?: Wanted['changes']): Promise<Done>;
  /** All steps of an undo. */
  undo(changeSet: string, user?: string): Promise<UndoResult>;
  /** What people see in the tabs, without what tells when. */
  seen(): { [tab: string]: { [id: string]: { [field: string]: FieldValue } } };
  /** Ann twice, at two companies, each with something of every tab. */
  fill(): Promise<void>;
}

const tabs: RecordTabKey[] = ['contacts', 'companies', 'deals', 'tasks', 'interactions', 'tickets'];

export async function openMergeWorld(): Promise<MergeWorld> {
  const world = await openWorld();
  const make: MergeWorld['make'] = async (tab, records) => {
    const input = { tab, records: records.map((changes) => ({ changes })) };
    expect(await world.ask<SaveManyResult>('saveRecords', input)).toMatchObject({ issues: [] });
  };
  const page: MergeWorld['page'] = (tab, id) => world.ask<RecordPage>('getRecord', { tab, id });
  const looked = async (tab: RecordTabKey, id: string) => {
    const entry = world.rows(ledgerTitle(tab)).find(({ cells }) => cells.ID === id);
    return { id, version: Number(entry?.cells.Version ?? 0) };
  };
  const wanted: MergeWorld['wanted'] = async (tab, keep, gone, changes = {}) => ({
    tab,
    keep: await looked(tab, keep),
    gone: await looked(tab, gone),
    changes,
  });
  const mergeAll: MergeWorld['mergeAll'] = async (input, user = admin) => {
    const steps: MergeResult[] = [];
    for (;;) {
      const before = steps[steps.length - 1];
      const goOn = before?.status === 'more' ? { changeSet: before.changeSet } : {};
      const step = await world.ask<MergeResult>('mergeRecords', { ...input, ...goOn }, user);
      steps.push(step);
      if (step.status !== 'more') return { last: step, steps };
    }
  };
  return {
    ...world,
    make,
    page,
    wanted,
    mergeAll,
    save: (tab, id, changes, user = admin) => world.ask<SaveResult>('saveRecord', { tab, id, changes }, user),
    at: (tab, id) => gridRecords(world, tab).find((one) => one.id === id)?.seen,
    merge: async (tab, keep, gone, changes = {}) => {
      const { last } = await mergeAll(await wanted(tab, keep, gone, changes));
      if (last.status !== 'merged') throw new Error(JSON.stringify(last));
      expect(disagreements(world)).toEqual([]);
      return last;
    },
    undo: async (changeSet, user = admin) => {
      for (;;) {
        const step = await world.ask<UndoResult>('undoChangeSet', { changeSet }, user);
        if (step.more) continue;
        expect(disagreements(world)).toEqual([]);
        return step;
      }
    },
    seen: () =>
      Object.fromEntries(
        tabs.map((tab) => [
          tab,
          Object.fromEntries(gridRecords(world, tab).map(({ id, seen: { updated: _, ...fields } }) => [id, fields])),
        ]),
      ),
    fill: async () => {
      await make('companies', [{ name: 'Acme' }, { name: 'Acme Ltd' }]);
      await make('companies', [{ name: 'Branch', parentCompany: 'CO-2' }]);
      await make('contacts', [
        { firstName: 'Ann', lastName: 'Lee', company: 'CO-1', city: 'Rome' },
        { firstName: 'Anna', lastName: 'Lee', email: 'ann@example.org', company: 'CO-2', phone: '030 123456' },
      ]);
      await make('deals', [
        { name: 'Big', stage: 'Lead', amount: 100, company: 'CO-1', contact: 'C-1' },
        { name: 'Small', stage: 'Lead', amount: 20, company: 'CO-2', contact: 'C-2' },
      ]);
      await make('tasks', [
        { title: 'Call', due: '2026-12-05', contact: 'C-1' },
        { title: 'Write', due: '2026-12-01', contact: 'C-2', company: 'CO-2' },
      ]);
      await make('interactions', [
        { when: '2026-11-10T10:00', kind: 'Call', subject: 'Hello', contact: 'C-1' },
        { when: '2026-11-20T10:00', kind: 'Call', subject: 'Again', contact: 'C-2', company: 'CO-2' },
      ]);
      await make('tickets', [{ subject: 'Broken', contact: 'C-2', company: 'CO-2' }]);
    },
  };
}
