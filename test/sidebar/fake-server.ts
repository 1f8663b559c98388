// A small server for the sidebar's tests: records in memory, answers as the contract says. It knows no sheet and no rules
// beyond what the tests need; what the real server does is tested with the real one.

import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/build/files';
import { type BoardDeal, isOnBoard } from '../../src/domain/board';
import { phoneKey } from '../../src/domain/phone';
import { type Deal, type RecordTabKey, recordTabKeys, tabOf } from '../../src/domain/schema';
import { entryOf, type SearchedTab, searchedTabs } from '../../src/domain/search-entry';
import { defaultStages, type Stage } from '../../src/domain/settings';
import { stageFinder } from '../../src/domain/stages';
import type {
  Conflict,
  FollowUp,
  FollowUpsResult,
  FoundRecord,
  GetInput,
  Issue,
  PartInput,
  RecordView,
  Reply,
  SaveInput,
  SaveResult,
  StartView,
  TimelineEntry,
} from '../../src/rpc/contract';
import type { BoardResult } from '../../src/rpc/contract-board';
import type { ChangesSince, SearchIndexInput, SearchIndexPage, SearchPlace } from '../../src/rpc/contract-find';

export type Fields = RecordView['fields'];

const ok = <T>(value: T): Reply<T> => ({ ok: true, value });
const team = [
  { key: 'mara@example.com', name: 'Mara Lindqvist', email: 'mara@example.com', active: true, role: 'admin' },
  { key: 'tom@example.com', name: 'Tom Okafor', email: 'tom@example.com', active: true, role: 'rep' },
  { key: 'Zane Levy', name: 'Zane Levy', email: '', active: true, role: 'rep' },
];

/** Records, with the keys of all that were changed, in order. */
class Records extends Map<string, RecordView> {
  readonly log: string[] = [];
  override set(key: string, record: RecordView): this {
    // The first ones come while the class is still being made.
    this.log?.push(key);
    return super.set(key, record);
  }
  override delete(key: string): boolean {
    this.log.push(key);
    return super.delete(key);
  }
}

export class FakeServer {
  [name: string]: unknown;
  today = '2026-11-23';
  /** What the answers say of the time; '' leaves it out. */
  now = '';
  locale = 'en_GB';
  webApp = 'https://script.google.example/macros/s/key/exec';
  ready = true;
  role = 'admin';
  stages: Stage[] = [...defaultStages];
  customFields: StartView['customFields'] = { contacts: [{ key: 'custom:Favourite tea', header: 'Favourite tea' }] };
  notices: StartView['notices'] = [];
  attention = 0;
  /** Every call in order, as [name, input]. */
  calls: [string, unknown][] = [];
  records = new Records();
  /** The next question for changes is answered with “read all again”. */
  reload = false;
  /** Names of functions that fail. */
  failing = new Set<string>();
  /** What answers to these functions wait for. */
  held = new Map<string, Promise<unknown>>();
  /** Records in one page of the search index. */
  pageSize = 1000;
  /** Set to answer the next save with something else, or to fail it by throwing. */
  nextSave: ((input: SaveInput) => Reply<SaveResult>) | null = null;
  timeline: TimelineEntry[] = [];
  /** What hides a record's row in the sheet. */
  hidden = '';
  /** What the person has selected in the grid: a place, and the record there. */
  selected = { place: '0/2', id: '' };
  private before = new Map<string, [string, RecordView | undefined][]>();
  private nextId = 100;

  /** The functions that a panel calls. Extra ones replace or add. */
  functions(extra: { [name: string]: (input: never) => unknown } = {}): { [name: string]: (input: never) => unknown } {
    const all: { [name: string]: (input: never) => unknown } = {
      start: () => ok(this.start()),
      part: ({ name }: PartInput) => ok(readFileSync(inProject(`dist/addon/${name}.html`), 'utf8')),
      setUpWorkbook: () => {
        this.ready = true;
        return ok({ created: ['Contacts'], notices: [] });
      },
      findRecords: (input: { tab?: RecordTabKey; query?: string; limit?: number }) => ok(this.find(input)),
      searchIndex: (input: SearchIndexInput) => ok(this.page(input.from ?? { tab: 'contacts', row: 2, above: '' })),
      changesSince: ({ mark }: { mark: number }) => ok(this.changesSince(mark)),
      getRecord: (input: GetInput) => this.get(input),
      saveRecord: (input: SaveInput) => this.save(input),
      deleteRecord: (input: GetInput) => {
        const changeSet = this.remember([`${input.tab}/${input.id}`]);
        this.records.delete(`${input.tab}/${input.id}`);
        return ok({ changeSet, warnings: [] });
      },
      undoChangeSet: (input: { changeSet: string }) => {
        for (const [key, record] of this.before.get(input.changeSet) ?? []) {
          if (record) this.records.set(key, record);
          else this.records.delete(key);
        }
        return ok({ changeSet: `${input.changeSet}u`, more: false, undone: 1, kept: [] });
      },
      needsAttention: () => ok({ problems: [], counts: {}, total: 0, leftOut: [] }),
      followUps: () => ok(this.followUps()),
      report: () => ({ ok: false, code: 'failed', message: 'No report here.' }),
      board: () => ok(this.board()),
      selectedRecord: ({ place }: { place?: string }) =>
        ok(place === this.selected.place ? { place, id: '' } : this.selected),
      showInSheet: (input: GetInput) => (this.get(input).ok ? ok({ hidden: this.hidden }) : this.get(input)),
      openBoard: () => null,
      openReport: () => null,
      openLists: () => null,
      openSettings: () => null,
      openImport: () => null,
      ...extra,
    };
    return Object.fromEntries(
      Object.entries(all).map(([name, run]) => [
        name,
        (input: never) => {
          this.calls.push([name, input]);
          const answer = () => {
            if (this.failing.has(name)) throw new Error('NetworkError: HTTP 0');
            return this.timed(run(input));
          };
          return this.held.get(name)?.then(answer) ?? answer();
        },
      ]),
    );
  }

  add(tab: RecordTabKey, id: string, fields: Fields, more: Partial<RecordView> = {}): RecordView {
    const record: RecordView = {
      tab,
      id,
      version: 1,
      name: nameOf(tab, fields),
      fields: { ...fields, id },
      labels: {},
      formulas: {},
      issues: [],
      row: 2,
      ...more,
    };
    this.records.set(`${tab}/${id}`, record);
    return record;
  }

  record(tab: RecordTabKey, id: string): RecordView {
    const record = this.records.get(`${tab}/${id}`);
    if (!record) throw new Error(`The fake server has no ${tab}/${id}.`);
    return record;
  }

  private timed(answer: unknown): unknown {
    return this.now !== '' && typeof answer === 'object' && answer && 'ok' in answer
      ? { ...answer, now: this.now }
      : answer;
  }

  private start(): StartView {
    return {
      ready: this.ready,
      user: { email: 'mara@example.com', name: 'Mara Lindqvist', role: this.role },
      today: this.today,
      timeZone: 'Europe/Paris',
      locale: this.locale,
      currency: 'EUR',
      webApp: this.webApp,
      team,
      pipelines: [...new Set(this.stages.map(({ pipeline }) => pipeline))],
      stages: [...this.stages],
      currencies: ['EUR', 'USD', 'GBP'],
      customFields: this.customFields,
      followUps: { overdue: 1, today: 1, next7: 1 },
      attention: this.attention,
      notices: this.notices,
    };
  }

  private board(): BoardResult {
    const findStage = stageFinder(this.stages);
    const deals = [...this.records.values()].flatMap((record): BoardDeal[] => {
      if (record.tab !== 'deals') return [];
      const blank = tabOf('deals').fields;
      const fields = { ...Object.fromEntries(Object.keys(blank).map((key) => [key, null])), ...record.fields } as Deal;
      const company = this.labelsOf(record.fields)[fields.company ?? ''] ?? '';
      const deal = { ...fields, name: record.name, company };
      return isOnBoard(deal, findStage(deal.pipeline, deal.stage), this.today) ? [deal] : [];
    });
    const settings = { currency: 'EUR', stages: this.stages, rates: [] };
    return { mark: this.records.log.length, today: this.today, deals, settings };
  }

  private find({ tab, query = '', limit = 20 }: { tab?: RecordTabKey; query?: string; limit?: number }) {
    const tabs: readonly RecordTabKey[] = tab ? [tab] : ['contacts', 'companies', 'deals'];
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    const all = [...this.records.values()].filter((record) => {
      const text = `${record.name} ${Object.values(record.fields).join(' ')}`.toLowerCase();
      return tabs.includes(record.tab) && words.every((word) => text.includes(word));
    });
    return { records: all.slice(0, limit).map((record) => this.found(record)), total: all.length };
  }

  private page({ tab, row }: SearchPlace): SearchIndexPage {
    const all = [...this.records.values()].filter((record) => record.tab === tab);
    const entries = all.slice(row - 2, row - 2 + this.pageSize).map((record) => this.entry(record));
    const following = searchedTabs[searchedTabs.indexOf(tab) + 1];
    const end = row + this.pageSize;
    const next =
      end - 2 < all.length ? { tab, row: end, above: '' } : following ? { tab: following, row: 2, above: '' } : null;
    return { mark: this.records.log.length, tab, entries, next, moved: false, rows: all.length };
  }

  private changesSince(mark: number): ChangesSince {
    if (this.reload) {
      this.reload = false;
      return { mark, changed: [], gone: [], reload: true };
    }
    const keys = [...new Set(this.records.log.slice(mark))];
    const changed = searchedTabs.map((tab) => ({
      tab,
      entries: keys.flatMap((key) => {
        const record = this.records.get(key);
        return record?.tab === tab ? [this.entry(record)] : [];
      }),
    }));
    const gone = keys.filter((key) => !this.records.has(key)).map((key) => key.split('/')[1] ?? '');
    return {
      mark: this.records.log.length,
      changed: changed.filter(({ entries }) => entries.length > 0),
      gone,
      reload: false,
    };
  }

  private entry(record: RecordView) {
    return entryOf(
      { tab: record.tab as SearchedTab, id: record.id, fields: record.fields, labels: this.labelsOf(record.fields) },
      phoneKey(String(record.fields.phone ?? ''), 'NO'),
    );
  }

  private found(record: RecordView): FoundRecord {
    const labels = this.labelsOf(record.fields);
    const company = record.fields.company;
    const detail = [
      typeof company === 'string' ? labels[company] : '',
      record.fields.email ?? record.fields.stage ?? record.fields.industry ?? record.fields.due,
    ];
    return {
      tab: record.tab,
      id: record.id,
      name: record.name,
      detail: detail.filter(Boolean).join(' · '),
      fields: record.fields,
    };
  }

  private labelsOf(fields: Fields): { [reference: string]: string } {
    const labels: { [reference: string]: string } = {};
    for (const value of Object.values(fields)) {
      if (typeof value !== 'string') continue;
      for (const tab of recordTabKeys) {
        const record = this.records.get(`${tab}/${value}`);
        if (record) labels[value] = record.name;
      }
      const member = team.find(({ key }) => key === value);
      if (member) labels[value] = member.name;
    }
    return labels;
  }

  private view(record: RecordView): RecordView {
    return { ...record, labels: { ...this.labelsOf(record.fields), ...record.labels } };
  }

  private get({ tab, id }: GetInput): Reply<unknown> {
    const record = this.records.get(`${tab}/${id}`);
    if (!record) return { ok: false, code: 'no-record', message: `There is no record ${id} any more.` };
    const related = [...this.records.values()].filter(
      (other) => other !== record && Object.values(other.fields).includes(id) && other.tab !== 'interactions',
    );
    const logged = [...this.records.values()]
      .filter((other) => other.tab === 'interactions' && Object.values(other.fields).includes(id))
      .map(
        (other): TimelineEntry => ({
          at: String(other.fields.when),
          kind: 'interaction',
          title: `${String(other.fields.kind)}: ${other.name}`,
          detail: String(other.fields.details ?? ''),
          who: String(other.fields.owner ?? ''),
          tab: 'interactions',
          id: other.id,
        }),
      );
    return ok({
      record: this.view(record),
      related: related.map((other) => this.found(other)),
      timeline: [...logged, ...this.timeline],
    });
  }

  private save(input: SaveInput): Reply<SaveResult> {
    const other = this.nextSave;
    if (other) {
      this.nextSave = null;
      return other(input);
    }
    const id = input.id ?? `${tabOf(input.tab).idPrefix ?? 'X'}-${this.nextId++}`;
    const key = `${input.tab}/${id}`;
    const before = this.records.get(key);
    const fields = { ...before?.fields, ...input.changes };
    const issues = this.issuesOf(input.tab, id, fields);
    if (issues.length > 0) return ok({ status: 'invalid', issues });
    const conflicts = before ? this.conflicts(input, before) : [];
    if (before && conflicts.length > 0) return ok({ status: 'conflict', record: this.view(before), conflicts });
    const changeSet = this.remember([key]);
    const record = this.add(input.tab, id, fields, { version: (before?.version ?? 0) + 1 });
    return ok({ status: 'saved', record: this.view(record), changeSet, merged: [], warnings: [] });
  }

  private conflicts(input: SaveInput, now: RecordView): Conflict[] {
    if (input.baseVersion === undefined || input.baseVersion === now.version) return [];
    return Object.keys(input.changes)
      .filter((field) => !input.overwrite?.includes(field))
      .filter((field) => (input.base?.[field] ?? null) !== (now.fields[field] ?? null))
      .map((field) => ({
        field,
        label: tabOf(input.tab).fields[field]?.header ?? field,
        base: input.base?.[field] ?? null,
        mine: input.changes[field] ?? null,
        theirs: now.fields[field] ?? null,
        who: 'tom@example.com',
        at: '2026-11-23T08:12:00Z',
      }));
  }

  private issuesOf(tab: RecordTabKey, id: string, fields: Fields): Issue[] {
    const email = fields.email;
    if (typeof email !== 'string' || email.includes('@')) return [];
    return [
      {
        tab,
        id,
        field: 'email',
        code: 'email',
        expected: 'an email address',
        received: email,
        message: `“${email}” is not an email address.`,
      },
    ];
  }

  private remember(keys: string[]): string {
    const changeSet = `CS-${this.before.size + 1}`;
    this.before.set(
      changeSet,
      keys.map((key) => [key, this.records.get(key)]),
    );
    return changeSet;
  }

  private followUps(): FollowUpsResult {
    const open = [...this.records.values()]
      .filter(({ tab, fields }) => tab === 'tasks' && fields.status !== 'Done')
      .map((record) => this.followUp(record));
    const day = (task: FollowUp) => String(this.record('tasks', task.id).fields.snoozedUntil ?? task.due);
    return {
      today: this.today,
      overdue: open.filter((task) => day(task) < this.today),
      dueToday: open.filter((task) => day(task) === this.today),
      next7: open.filter((task) => day(task) > this.today),
    };
  }

  private followUp(record: RecordView): FollowUp {
    const labels = this.labelsOf(record.fields);
    const { fields } = record;
    const links = [
      ['deals', fields.deal],
      ['contacts', fields.contact],
      ['companies', fields.company],
    ] as const;
    return {
      id: record.id,
      version: record.version,
      title: record.name,
      kind: String(fields.kind ?? ''),
      due: String(fields.due),
      dueTime: typeof fields.dueTime === 'string' ? fields.dueTime : null,
      owner: String(fields.owner ?? ''),
      ownerName: labels[String(fields.owner)] ?? '',
      priority: String(fields.priority ?? 'Normal'),
      about: links.flatMap(([tab, id]) => (typeof id === 'string' ? [{ tab, id, name: labels[id] ?? id }] : [])),
    };
  }
}

function nameOf(tab: RecordTabKey, fields: Fields): string {
  const names: readonly string[] = tabOf(tab).nameFields ?? [];
  return names
    .map((key) => fields[key])
    .filter(Boolean)
    .join(' ');
}
