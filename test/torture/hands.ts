// Carries out steps: as calls of the sidebar's client, or as a person's actions in the grid, with the triggers Google fires.
import { columnName } from '../../scripts/local/engine/a1';
import { EngineError } from '../../scripts/local/engine/errors';
import type { CellValue } from '../../scripts/local/engine/types';
import type { Faults, Runtime } from '../../scripts/local/runtime/types';
import { type Act, act } from '../../scripts/local/server/acts';
import { inputOf } from '../../scripts/local/server/cells';
import { Grid } from '../../scripts/local/server/grid';
import { RequestError } from '../../scripts/local/server/problem';
import { formatId } from '../../src/domain/ids';
import type { FieldValue } from '../../src/domain/schema';
import { ledgerTitle, tabs } from '../../src/domain/schema';
import type { DeleteResult, Reply, SaveManyResult, SaveResult, UndoResult } from '../../src/rpc/contract';
import type { Book } from './book';
import type { Answer, Call, Form } from './calls';
import { type Base, type Step, writable } from './steps';
import { typedFor, valueFor } from './values';
import { columnKeys, columnNow, renamed, seenRows, type TorturedTab } from './view';
import type { Manner, Witness } from './witness';

type StepOf<K extends Step['do']> = Extract<Step, { do: K }>;

export class Hands {
  readonly calls: Call[] = [];
  /** Records whose ledger row a person has edited. */
  readonly tampered = new Set<string>();
  /** Somebody has edited the highest numbers given, or taken back such an edit. */
  marksEdited = false;
  kills = 0;
  private readonly grid: Grid;
  /** The step whose hand is on the grid right now. */
  private manner: Manner = 'in place';

  constructor(
    private readonly book: Book,
    private readonly witness: Witness,
    private readonly forms: Map<string, Form>,
  ) {
    this.grid = new Grid(book.engine, this.watched(book.runtime));
  }

  async perform(step: Step): Promise<void> {
    switch (step.do) {
      case 'save':
        return this.save(step);
      case 'saveMany':
        return this.saveMany(step);
      case 'create':
        return this.create(step);
      case 'delete':
        return this.remove(step);
      case 'undoChangeSet':
        return this.undoChangeSet(step);
      case 'hourly':
        await this.run(step, 'hourly', undefined);
        return;
      case 'setUp':
        await this.run(step, 'setUpWorkbook', {});
        return;
      default:
        return this.inGrid(step);
    }
  }

  // ---- the sidebar ----

  private async save(step: StepOf<'save'>): Promise<void> {
    const form = this.pick(step.tab, step.at);
    if (!form) return;
    const fields = this.values(step.tab, step.fields, step.n);
    const input = { tab: step.tab, id: form.id, changes: fields, ...baseOf(form, fields, step.base) };
    const answer = await this.ask<SaveResult>(step, 'saveRecord', input, (result) => answerOf(result, form.id));
    const told = step.base === 'now' ? {} : { form, sentBase: step.base === 'sent' };
    this.calls.push({ n: step.n, what: 'save', tab: step.tab, wanted: [{ id: form.id, fields }], ...told, answer });
  }

  private async saveMany(step: StepOf<'saveMany'>): Promise<void> {
    const first = this.pick(step.tab, step.at);
    const second = this.pick(step.tab, 1 - step.at);
    const records = [first, second === first ? undefined : second].flatMap((form, index) =>
      form ? [{ id: form.id, fields: this.values(step.tab, step.fields, step.n, index * 10) }] : [],
    );
    records.push({ id: '', fields: this.complete(step.tab, step.fields, step.n, 20) });
    const input = {
      tab: step.tab,
      records: records.map(({ id, fields }) => (id === '' ? { changes: fields } : { id, changes: fields })),
    };
    const answer = await this.ask<SaveManyResult>(step, 'saveRecords', input, ({ changeSet, ids, issues }) =>
      issues.length > 0 ? { kind: 'refused', why: issues[0]?.message ?? '' } : { kind: 'done', changeSet, ids },
    );
    this.calls.push({ n: step.n, what: 'saveMany', tab: step.tab, wanted: records, answer });
  }

  private async create(step: StepOf<'create'>): Promise<void> {
    const fields = this.complete(step.tab, step.fields, step.n, 0);
    const answer = await this.ask<SaveResult>(step, 'saveRecord', { tab: step.tab, changes: fields }, (result) =>
      answerOf(result, ''),
    );
    this.calls.push({ n: step.n, what: 'create', tab: step.tab, wanted: [{ id: '', fields }], answer });
  }

  private async remove(step: StepOf<'delete'>): Promise<void> {
    const form = this.pick(step.tab, step.at);
    if (!form) return;
    const input = { tab: step.tab, id: form.id, ...(step.base === 'now' ? {} : { baseVersion: form.version }) };
    const answer = await this.ask<DeleteResult>(step, 'deleteRecord', input, ({ changeSet }) => ({
      kind: 'done',
      changeSet,
      ids: [form.id],
    }));
    this.calls.push({ n: step.n, what: 'delete', tab: step.tab, wanted: [{ id: form.id, fields: {} }], answer });
  }

  private async undoChangeSet(step: StepOf<'undoChangeSet'>): Promise<void> {
    const sets = [...new Set(this.book.rows('History').map(({ cells }) => String(cells['Change set'])))];
    // The later ones: what was just done is what people undo.
    const recent = sets.slice(-8);
    const changeSet = recent[Math.floor(step.at * recent.length)];
    if (changeSet === undefined) return;
    const answer = await this.ask<UndoResult>(step, 'undoChangeSet', { changeSet }, (result) => ({
      kind: 'done',
      changeSet: result.changeSet,
      ids: [],
    }));
    this.calls.push({ n: step.n, what: 'undo', tab: 'contacts', wanted: [], undoes: changeSet, answer });
  }

  private async ask<T>(step: Step, name: string, input: unknown, read: (value: T) => Answer): Promise<Answer> {
    const outcome = await this.run(step, name, input);
    if (outcome.error) return { kind: 'unknown', why: outcome.error.message };
    const reply = outcome.result as Reply<T>;
    if (reply.ok) return read(reply.value);
    // These say that nothing was written; any other error may have come at any moment.
    const nothing = ['busy', 'no-record', 'no-column', 'conflict', 'bad-input', 'no-change-set', 'no-header'];
    return { kind: nothing.includes(reply.code) ? 'refused' : 'unknown', why: `${reply.code}: ${reply.message}` };
  }

  private async run(step: Step, name: string, input: unknown) {
    this.arm(step.faults);
    const args = input === undefined ? [] : [input];
    const source = name === 'hourly' ? 'timeTrigger' : 'client';
    const outcome = await this.book.runtime.run({ function: name, args, user: step.who, source });
    if (outcome.error) this.kills += 1;
    return outcome;
  }

  private arm(faults: Faults | undefined): void {
    this.book.runtime.setFaults(faults ?? {});
  }

  private pick(tab: TorturedTab, at: number): Form | undefined {
    const own = [...this.forms.values()].filter((form) => form.tab === tab);
    return own[Math.min(own.length - 1, Math.floor(at * own.length))];
  }

  private known = (tab: TorturedTab): string[] =>
    [...this.forms.values()].filter((form) => form.tab === tab).map(({ id }) => id);

  private values(tab: TorturedTab, keys: readonly string[], n: number, from = 0): { [key: string]: FieldValue } {
    return Object.fromEntries(keys.map((key, index) => [key, valueFor(tab, key, n, from + index, this.known)]));
  }

  /** Values of a new record: what its tab requires comes with them. */
  private complete(tab: TorturedTab, keys: readonly string[], n: number, from: number): { [key: string]: FieldValue } {
    const required = {
      contacts: ['firstName'],
      companies: ['name'],
      deals: ['name', 'stage'],
      tasks: ['title', 'due'],
    };
    return this.values(tab, [...new Set([...required[tab], ...keys])], n, from);
  }

  // ---- the grid ----

  private async inGrid(step: Step): Promise<void> {
    try {
      await this.gesture(step);
    } catch (error) {
      // There is nothing to undo, or what was meant has gone from the tab meanwhile.
      if (!(error instanceof RequestError || error instanceof EngineError)) throw error;
    }
  }

  private async gesture(step: Step): Promise<void> {
    switch (step.do) {
      case 'type': {
        const text = typedFor(step.tab, step.field, step.n, 0, step.what, this.known);
        return this.put(step, step.tab, this.rowAt(step.tab, step.at), step.field, [[text]]);
      }
      case 'paste': {
        const texts = Array.from({ length: step.rows }, (_, row) =>
          Array.from({ length: step.columns }, (_, column) => `t${step.n}.${row * 10 + column}`),
        );
        return this.put(step, step.tab, this.rowAt(step.tab, step.at), step.field, texts);
      }
      case 'newRow': {
        const texts = Array.from({ length: step.rows }, (_, row) => [`t${step.n}.${row}`]);
        return this.put(step, step.tab, this.lastRow(step.tab) + 1, writable[step.tab][0] ?? '', texts);
      }
      case 'emptyRow': {
        const { columns } = this.sheet(step.tab);
        const blanks = Array.from({ length: columns }, () => null);
        return this.edit(step, step.tab, this.rowAt(step.tab, step.at), 1, [blanks]);
      }
      case 'overId':
        return this.put(step, step.tab, this.rowAt(step.tab, step.at), 'id', [[this.otherId(step)]]);
      case 'pasteIds': {
        const ids = seenRows(this.book, step.tab).map(({ id }) => [id]);
        return this.put(step, step.tab, this.rowAt(step.tab, step.at), 'id', ids.reverse().slice(0, step.rows));
      }
      case 'copyRow': {
        const from = this.rowAt(step.tab, step.at);
        const to = step.over === null ? this.lastRow(step.tab) + 1 : this.rowAt(step.tab, step.over);
        const width = columnName(this.sheet(step.tab).columns);
        return this.act(step, 'in place', {
          kind: 'fill',
          ...this.on(step),
          range: `A${to}:${width}${to}`,
          from: `A${from}:${width}${from}`,
        });
      }
      case 'fill': {
        const row = this.rowAt(step.tab, step.at);
        const column = Math.max(1, columnNow(this.book, step.tab, 'id'));
        const last = Math.min(this.sheet(step.tab).columns, column + step.columns - 1);
        const range = `${columnName(column)}${row}:${columnName(last)}${row + step.rows - 1}`;
        return this.act(step, 'in place', { kind: 'fill', ...this.on(step), range });
      }
      case 'sort':
        return this.sort(step);
      case 'sortPart': {
        const row = this.rowAt(step.tab, step.at);
        const column = Math.max(1, columnNow(this.book, step.tab, step.field));
        const last = Math.min(this.sheet(step.tab).columns, column + step.columns - 1);
        const range = `${columnName(column)}${row}:${columnName(last)}${row + step.rows - 1}`;
        return this.act(step, 'in place', { kind: 'sort', ...this.on(step), column, ascending: step.ascending, range });
      }
      case 'insertRows':
        return this.act(step, 'whole rows', {
          kind: 'insertRows',
          ...this.on(step),
          row: this.rowAt(step.tab, step.at),
          count: step.rows,
        });
      case 'deleteRows':
        return this.act(step, 'whole rows', {
          kind: 'deleteRows',
          ...this.on(step),
          row: this.rowAt(step.tab, step.at),
          count: step.rows,
        });
      case 'undo':
      case 'redo':
        this.manner = 'as it was';
        this.pending = step.faults;
        await (await this.grid.replay(step.who, step.do)).settled;
        return;
      case 'program':
        return this.program(step);
      case 'ledgerCell':
      case 'ledgerRows':
      case 'mark':
      case 'journalRow':
        return this.inHiddenTab(step);
      case 'mergeCells': {
        const at = columnNow(this.book, step.tab, step.field);
        // Merged ids are a row without one, for as long as they are merged: “Needs attention” lists it.
        if (at === 0) return;
        const row = this.rowAt(step.tab, step.at);
        const range = `${columnName(at)}${row}:${columnName(at)}${row + step.rows - 1}`;
        return this.act(step, 'in place', { kind: 'mergeCells', ...this.on(step), range });
      }
      case 'renameTab': {
        const { title } = this.sheet(step.tab);
        const other = title === tabs[step.tab].title ? renamed(title) : tabs[step.tab].title;
        return this.act(step, 'in place', { kind: 'renameTab', ...this.on(step), title: other });
      }
      case 'copyTab':
        return this.act(step, 'in place', { kind: 'copyTab', ...this.on(step), title: `Copy ${step.n}` });
      case 'filter': {
        const column = Math.max(1, columnNow(this.book, step.tab, step.field));
        return this.act(step, 'in place', { kind: 'filter', ...this.on(step), column, contains: 't1' });
      }
      case 'hideRows':
        return this.act(step, 'in place', {
          kind: 'hideRows',
          ...this.on(step),
          row: this.rowAt(step.tab, step.at),
          count: step.rows,
          hidden: true,
        });
      default:
        return this.toColumns(step);
    }
  }

  /** What another program does by REST: no trigger hears of it. */
  private async program(step: StepOf<'program'>): Promise<void> {
    const { sheetId } = this.sheet(step.tab);
    const session = this.book.engine.session(step.who, 'person');
    const texts = Array.from({ length: step.rows }, (_, index) =>
      step.what === 'clear' ? null : typedFor(step.tab, this.programField(step), step.n, index, 'text', this.known),
    );
    const isDeletion = step.what === 'deleteRows';
    this.manner = isDeletion ? 'whole rows' : 'in place';
    this.pending = undefined;
    await this.grid.runtime.act(step.who, `program ${step.what}`, () => {
      const row = step.what === 'append' ? this.lastRow(step.tab) + 1 : this.rowAt(step.tab, step.at);
      const column = columnNow(this.book, step.tab, this.programField(step));
      if (isDeletion) session.deleteRows(sheetId, row, step.rows);
      else if (column > 0) {
        const rows = Math.min(texts.length, this.sheet(step.tab).rows - row + 1);
        session.write(
          { sheetId, row, column, rows, columns: 1 },
          texts.slice(0, rows).map((text) => [{ input: inputOf(text) }]),
        );
      }
      session.flush();
    });
  }

  private programField({ tab, field, what }: StepOf<'program'>): string {
    return what === 'append' ? (writable[tab][0] ?? field) : field;
  }

  /** Edits of tabs that people never see, unless they look for them. */
  private inHiddenTab(step: StepOf<'ledgerCell' | 'ledgerRows' | 'mark' | 'journalRow'>): Promise<void> {
    switch (step.do) {
      case 'journalRow':
        return this.editAt(step, '_Journal', 'A2', [['x', '1', `junk ${step.n}`]]);
      case 'ledgerRows': {
        const tab = ledgerTitle(step.tab);
        const rows = this.book.rows(tab);
        const row = 2 + Math.floor(step.at * rows.length);
        const on = { user: step.who, tab };
        // Entries that move while one is written may be written over: the window that remains (window.ts) is there as well.
        for (const { cells } of rows) this.tampered.add(String(cells.ID));
        // One that loses its id as well may be read as the next.
        this.tampered.add(formatId(step.tab, rows.length + 1));
        if (step.what === 'insert') return this.act(step, 'in place', { kind: 'insertRows', ...on, row, count: 1 });
        if (step.what === 'sort')
          return this.act(step, 'in place', { kind: 'sort', ...on, column: 3, ascending: true });
        return this.act(step, 'in place', { kind: 'deleteRows', ...on, row, count: 1 });
      }
      case 'mark': {
        this.marksEdited = true;
        const row = this.book.rows('_Meta').find(({ cells }) => cells.Key === 'highWater');
        const marks = marksIn(String(row?.cells.Value ?? ''));
        const prefix = tabs[step.tab].idPrefix;
        const low = JSON.stringify({ ...marks, [prefix]: Math.floor((marks[prefix] ?? 0) / 2) });
        const value = { blank: null, junk: 'x', low }[step.what];
        return this.editAt(step, '_Meta', `B${row?.row ?? 2}`, [[value]]);
      }
      default: {
        const title = ledgerTitle(step.tab);
        const rows = this.book.rows(title);
        const spot = rows[Math.floor(step.at * rows.length)];
        const other = rows[Math.floor((1 - step.at) * (rows.length - 1))];
        const column = (this.book.values(title)[0] ?? []).indexOf(step.column) + 1;
        if (!spot || !other || column === 0) return Promise.resolve();
        for (const { cells } of [spot, other]) this.tampered.add(String(cells.ID));
        const value = { blank: null, junk: `x${step.n}`, other: other.cells[step.column] ?? null }[step.what];
        return this.editAt(step, title, `${columnName(column)}${spot.row}`, [[value]]);
      }
    }
  }

  private async toColumns(step: Step): Promise<void> {
    switch (step.do) {
      case 'insertColumn': {
        const column = this.columnAt(step.tab, step.at);
        await this.act(step, 'whole rows', { kind: 'insertColumns', ...this.on(step), column, count: 1 });
        if (step.header !== '') await this.edit(step, step.tab, 1, column, [[step.header]]);
        return;
      }
      case 'moveColumn': {
        const column = this.columnAt(step.tab, step.at);
        return this.act(step, 'whole rows', {
          kind: 'moveColumns',
          ...this.on(step),
          column,
          count: 1,
          before: this.columnAt(step.tab, step.to),
        });
      }
      case 'renameColumn':
        return this.edit(step, step.tab, 1, this.columnAt(step.tab, step.at), [[`Named ${step.n}`]]);
      case 'copyColumn': {
        const column = this.columnAt(step.tab, step.at);
        await this.act(step, 'whole rows', { kind: 'insertColumns', ...this.on(step), column: column + 1, count: 1 });
        const [from, to] = [columnName(column), columnName(column + 1)];
        const last = this.lastRow(step.tab);
        return this.act(step, 'in place', {
          kind: 'fill',
          ...this.on(step),
          range: `${to}1:${to}${last}`,
          from: `${from}1:${from}${last}`,
        });
      }
      case 'deleteColumn': {
        const column = columnNow(this.book, step.tab, step.field);
        if (column === 0) return;
        return this.act(step, 'whole rows', { kind: 'deleteColumns', ...this.on(step), column, count: 1 });
      }
      case 'deleteCustomColumn': {
        const keys = this.keys(step.tab);
        const own = keys.flatMap((key, index) => (key.startsWith('custom:') ? [index + 1] : []));
        const column = own[Math.floor(step.at * own.length)];
        if (column === undefined) return;
        return this.act(step, 'whole rows', { kind: 'deleteColumns', ...this.on(step), column, count: 1 });
      }
      default:
        throw new Error(`No hand for “${step.do}”.`);
    }
  }

  private async sort(step: StepOf<'sort'>): Promise<void> {
    const column = Math.max(1, columnNow(this.book, step.tab, step.field));
    const width = columnName(this.sheet(step.tab).columns);
    const rows = step.rows?.map((at) => this.rowAt(step.tab, at)).sort((one, other) => one - other);
    const range = rows ? { range: `A${rows[0]}:${width}${rows[1]}` } : {};
    return this.act(step, 'whole rows', {
      kind: 'sort',
      ...this.on(step),
      column,
      ascending: step.ascending,
      ...range,
    });
  }

  private pending: Faults | undefined;

  private async act(step: Step, manner: Manner, action: Act): Promise<void> {
    this.manner = manner;
    this.pending = step.faults;
    const deps = { grid: this.grid, copyWorkbook: () => ({ file: '', id: '' }) };
    await (await act(deps, action)).settled;
  }

  private put(step: Step, tab: TorturedTab, row: number, key: string, texts: (string | null)[][]): Promise<void> {
    const column = columnNow(this.book, tab, key);
    return column === 0 ? Promise.resolve() : this.edit(step, tab, row, column, texts);
  }

  private async edit(
    step: Step,
    tab: TorturedTab,
    row: number,
    column: number,
    values: (string | null)[][],
  ): Promise<void> {
    await this.editAt(step, this.sheet(tab).sheetId, `${columnName(column)}${row}`, values);
  }

  private async editAt(
    step: Step,
    tab: string | number,
    range: string,
    values: readonly (readonly CellValue[])[],
  ): Promise<void> {
    this.manner = 'in place';
    this.pending = step.faults;
    await (await this.grid.edit({ user: step.who, tab, range, values })).settled;
  }

  /** The runtime as the grid sees it: every action of a person is watched, and the faults meant for its triggers are set. */
  private watched(runtime: Runtime): Runtime {
    const act: Runtime['act'] = (user, label, action) => {
      const { manner, pending } = this;
      return runtime.act(user, label, () => {
        const result = this.witness.watch(manner, action);
        this.arm(pending);
        return result;
      });
    };
    return {
      act,
      fireEdit: (edit) => runtime.fireEdit(edit),
      fireChange: (change) => runtime.fireChange(change),
    } as Runtime;
  }

  private on({ who, tab }: { who: string; tab: TorturedTab }) {
    return { user: who, tab: this.sheet(tab).title };
  }

  private sheet(tab: TorturedTab) {
    return this.book.sheet(tabs[tab].title);
  }

  private keys(tab: TorturedTab): string[] {
    const { title } = tabs[tab];
    return columnKeys(this.book.engine, tab, this.sheet(tab).sheetId, this.book.values(title)[0] ?? []);
  }

  private lastRow(tab: TorturedTab): number {
    return Math.max(1, this.book.engine.session('').lastRow(this.sheet(tab).sheetId));
  }

  private rowAt(tab: TorturedTab, at: number): number {
    const rows = Math.max(1, this.lastRow(tab) - 1);
    return 2 + Math.min(rows - 1, Math.floor(at * rows));
  }

  private columnAt(tab: TorturedTab, at: number): number {
    const { length } = this.keys(tab);
    return 1 + Math.min(length - 1, Math.floor(at * length));
  }

  private otherId({ tab, at, what }: StepOf<'overId'>): string | null {
    const ids = seenRows(this.book, tab).map(({ id }) => id);
    switch (what) {
      case 'blank':
        return null;
      case 'junk':
        return 'mine';
      case 'future':
        return `${tabs[tab].idPrefix}-${90 + Math.floor(at * 9)}`;
      default:
        return ids[Math.floor((1 - at) * ids.length)] ?? null;
    }
  }
}

function baseOf(form: Form, fields: object, base: Base) {
  if (base === 'now') return {};
  const from = Object.fromEntries(Object.keys(fields).map((key) => [key, form.fields[key] ?? null]));
  return { baseVersion: form.version, ...(base === 'sent' ? { base: from } : {}) };
}

function answerOf(result: SaveResult, id: string): Answer {
  switch (result.status) {
    case 'saved':
      return { kind: 'done', changeSet: result.changeSet, ids: [id || result.record.id] };
    case 'conflict':
      return { kind: 'conflict', conflicts: result.conflicts };
    default:
      return { kind: 'refused', why: result.issues[0]?.message ?? 'invalid' };
  }
}

/** The id marks of `_Meta`; none where somebody has put junk there before. */
function marksIn(text: string): { [prefix: string]: number } {
  return text.startsWith('{') ? JSON.parse(text) : {};
}
