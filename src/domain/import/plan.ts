// Rows of a source tab → records to be made or changed, with their references. Nothing is written here.
import { parseId } from '../ids';
import type { Issue } from '../issue';
import { customPrefix, isBlank, sameValue } from '../record';
import { type AnyRecord, type Field, type FieldValue, fieldsOf, type RecordTabKey } from '../schema';
import type { Decide } from './choices';
import { follow } from './followers';
import type { SourceRecords } from './headers';
import { findKeyColumn, keyText } from './keys';
import { importOrder, orderByReference } from './order';
import type { ImportContext, ImportPlan, PlannedCreate, PlannedUpdate } from './plan-types';
import { type CellProblem, type Reader, type RowValues, readRow } from './readers';
import { Relations } from './relations';
import { contactLookup, type Found, isExisting } from './resolve';

type Counted = Pick<
  ImportPlan,
  'team' | 'customColumns' | 'creates' | 'updates' | 'followers' | 'counts' | 'problems' | 'skipped'
> & { key: Reader | undefined; namesMade: NamesMade };

/** How many new deals got a name that the source does not have, and the first of these names. */
export interface NamesMade {
  readonly count: number;
  readonly example: string;
}

/** A name of last resort, `Deal of row 7`. */
const rowName = (row: number) => `Deal of row ${row}`;
const isRowName = (name: FieldValue | undefined) => typeof name === 'string' && /^Deal of row \d+$/.test(name);

/** Plans every row. `decide` answers what a source word of a choice becomes. */
export function planRows(
  records: SourceRecords,
  readers: readonly Reader[],
  main: RecordTabKey,
  decide: Decide,
  context: ImportContext,
): Counted {
  const planner = new Planner(records, readers, main, context);
  const home = { currency: context.settings.currency, country: context.country };
  for (const row of records.rows) planner.take(readRow(row, readers, decide, home));
  return planner.result();
}

class Planner {
  private readonly relations: Relations;
  private readonly key: Reader | undefined;
  private readonly byKey = new Map<string, Found>();
  private byContent: Map<string, string[]> | undefined;
  private readonly compared: readonly string[];
  private readonly mandatory: readonly { key: string; field: Field; column: string }[];
  private readonly updates = new Map<string, PlannedUpdate>();
  /** Row of the source that a planned record stands for, by position; related records stand for none. */
  private readonly ownRows = new Map<number, number>();
  /** What the rows so far say of existing records, by id, and the first row that names each. */
  private readonly named = new Map<string, { readonly row: number; readonly fields: AnyRecord }>();
  private readonly problems: Issue[] = [];
  private namesMade: NamesMade = { count: 0, example: '' };
  private same = 0;
  private skipped = 0;

  constructor(
    private readonly records: SourceRecords,
    private readonly readers: readonly Reader[],
    private readonly main: RecordTabKey,
    private readonly context: ImportContext,
  ) {
    this.relations = new Relations(main, context);
    this.key = findKeyColumn(records, readers, main);
    this.compared = readers.filter((reader) => reader.tab === main).map((reader) => reader.field);
    this.mandatory = this.mandatoryFields();
    for (const record of context.existing[main] ?? []) {
      const id = String(record.id ?? '');
      const key = this.key ? keyText(record[this.key.field]) : '';
      if (key !== '' && !this.byKey.has(key)) this.byKey.set(key, { id });
    }
  }

  /** Ids of existing records by what they hold in the mapped fields. Made when first needed: most imports have keys. */
  private contents(): Map<string, string[]> {
    if (this.byContent) return this.byContent;
    const contents = new Map<string, string[]>();
    for (const record of this.context.existing[this.main] ?? []) {
      const content = this.contentOf(record);
      const ids = contents.get(content) ?? [];
      contents.set(content, ids);
      ids.push(String(record.id ?? ''));
    }
    this.byContent = contents;
    return contents;
  }

  /** A name made of the row's number counts as none: the row may have moved since, and the source has no name to compare. */
  private contentOf(fields: { readonly [field: string]: FieldValue }): string {
    const nameless = this.main === 'deals' && isRowName(fields.name);
    return JSON.stringify(
      this.compared.map((field) => (isBlank(fields[field]) || (nameless && field === 'name') ? null : fields[field])),
    );
  }

  /** What an existing record would hold that this row was imported as before: its own values, with a name where it has none. */
  private contentsOf(create: PlannedCreate): string[] {
    const own = this.contentOf(create.fields);
    if (this.main !== 'deals' || !isBlank(create.fields.name)) return [own];
    return [own, this.contentOf({ ...create.fields, name: this.dealName(create, '') })];
  }

  take(values: RowValues): void {
    const problems = [...values.problems, ...this.required(values), ...this.dangling(values)];
    if (problems.length > 0) {
      this.leaveOut(values.row, problems);
      return;
    }
    const create = this.relations.resolve(values);
    const key = this.key ? keyText(create.fields[this.key.field]) : '';
    const found = this.find(create, key);
    if (!found) this.make(create, key);
    else if (isExisting(found)) this.change(found.id, create);
    else this.join(found.at, create, key);
  }

  private leaveOut(row: number, problems: readonly CellProblem[]): void {
    this.skipped++;
    for (const problem of problems) {
      this.problems.push({
        tab: this.records.title,
        id: '',
        row,
        field: problem.column,
        code: problem.code,
        expected: problem.expected,
        received: problem.received,
        message: `Row ${row}, ${problem.message}`,
      });
    }
  }

  /** Required fields that this row leaves blank, of those that a column fills: the others are blockers of the whole import. */
  private required(values: RowValues): CellProblem[] {
    const fields = values.fields[this.main] ?? {};
    return this.mandatory.flatMap(({ key, field, column }): CellProblem[] => {
      if (!isBlank(fields[key]) || (field.requiredUnless && !isBlank(fields[field.requiredUnless]))) return [];
      if (values.problems.some((problem) => problem.column === column)) return [];
      return [{ column, code: 'required', expected: 'a value', received: '', message: `${field.header} is blank` }];
    });
  }

  private mandatoryFields(): { key: string; field: Field; column: string }[] {
    return fieldsOf(this.main).flatMap(([key, field]) => {
      const column = this.headerOf(key) || this.headerOf(field.requiredUnless ?? '');
      const named = this.main === 'deals' && key === 'name';
      if (!(field.required || field.requiredUnless) || named || column === '' || field.default !== undefined) return [];
      return [{ key, field, column }];
    });
  }

  private headerOf(field: string): string {
    return this.readers.find((reader) => reader.tab === this.main && reader.field === field)?.column.header ?? '';
  }

  private dangling(values: RowValues): CellProblem[] {
    return this.relations.missing(values).map(({ field, name }) => ({
      column: this.headerOf(field),
      code: 'reference',
      expected: field,
      received: name,
      message: `there is no ${field} “${name}”`,
    }));
  }

  /** The record that the row stands for: by its key; by what names such records; else by being equal in all mapped fields. */
  private find(create: PlannedCreate, key: string): Found | undefined {
    const byKey = key === '' ? undefined : this.byKey.get(key);
    if (byKey) return byKey;
    const finder = this.relations.finder(this.main);
    if (this.main === 'contacts' || this.main === 'companies' || this.main === 'products') {
      const keys = this.main === 'contacts' ? contactLookup(create.fields, create.refs, false) : finder.keysOf(create);
      const found = finder.find(keys);
      // Namesakes that the source itself tells apart are two; one address or one product cannot be.
      if (!found || key === '' || this.main === 'products') return found;
      const known = this.fieldsOf(found);
      const sameAddress =
        !isBlank(create.fields.email) && this.equal('email', create.fields.email ?? null, known.email);
      const other = this.key ? keyText(known[this.key.field]) : '';
      return sameAddress || other === '' || other === key ? found : undefined;
    }
    if (key !== '' || Object.keys(create.refs).length > 0) return undefined;
    // Each existing record answers for one row: two equal rows are two deals.
    const there = this.contentsOf(create).map((content) => this.contents().get(content) ?? []);
    const id = there.find((ids) => ids.length > 0)?.shift();
    return id === undefined ? undefined : { id };
  }

  private fieldsOf(found: Found): AnyRecord {
    const finder = this.relations.finder(this.main);
    return isExisting(found) ? finder.record(found.id) : (finder.creates[found.at]?.fields ?? {});
  }

  private make(create: PlannedCreate, key: string): void {
    if (this.main === 'deals' && isBlank(create.fields.name)) {
      const name = this.dealName(create, key);
      create.fields.name = name;
      this.namesMade = { count: this.namesMade.count + 1, example: this.namesMade.example || name };
    }
    const { at } = this.relations.finder(this.main).add(create);
    this.ownRows.set(at, create.row);
    if (key !== '') this.byKey.set(key, { at });
  }

  /** "Company · Product", what there is of it, or the row's own key as the source spells it. */
  private dealName(create: PlannedCreate, key: string): string {
    const parts = [
      this.relations.nameAt(create, 'company', 'companies'),
      this.relations.nameAt(create, 'product', 'products'),
    ].filter((part) => part !== '');
    if (parts.length > 0) return parts.join(' · ');
    return key === '' ? rowName(create.row) : String(create.fields[this.key?.field ?? ''] ?? key);
  }

  private change(id: string, create: PlannedCreate): void {
    const earlier = this.named.get(id);
    const clash = earlier && this.clash(create.fields, earlier.fields);
    if (earlier && clash) {
      this.leaveOutTwin(create, earlier.row, clash);
      return;
    }
    const filled = Object.entries(create.fields).filter(([, value]) => !isBlank(value));
    const row = earlier?.row ?? create.row;
    this.named.set(id, { row, fields: { ...Object.fromEntries(filled), ...earlier?.fields } });
    const record = this.relations.finder(this.main).record(id);
    const fields = Object.fromEntries(
      Object.entries(create.fields).filter(([key, value]) => !isBlank(value) && !this.equal(key, value, record[key])),
    );
    if (Object.keys(fields).length === 0 && Object.keys(create.refs).length === 0) {
      this.same++;
      return;
    }
    const before = this.updates.get(id);
    this.updates.set(id, {
      id,
      row: create.row,
      fields: { ...before?.fields, ...fields },
      refs: { ...before?.refs, ...create.refs },
      names: {},
    });
  }

  private equal(key: string, one: FieldValue, other: FieldValue | undefined): boolean {
    if (key === 'email') return String(one).toLowerCase() === String(other ?? '').toLowerCase();
    if (key.startsWith(customPrefix)) return keyText(one) === keyText(other);
    return sameValue(one, other);
  }

  /** A field in which a row contradicts what an earlier one says of the same record; undefined where there is none. */
  private clash(fields: AnyRecord, known: AnyRecord): string | undefined {
    return Object.keys(fields).find(
      (key) => !isBlank(fields[key]) && !isBlank(known[key]) && !this.equal(key, fields[key] ?? null, known[key]),
    );
  }

  private leaveOutTwin(create: PlannedCreate, earlier: number, field: string): void {
    const column = this.headerOf(field);
    const message = `this is the same ${this.main === 'deals' ? 'deal' : 'record'} as row ${earlier}, with another ${column}`;
    const received = String(create.fields[field]);
    this.leaveOut(create.row, [{ column, code: 'duplicate', expected: 'one row', received, message }]);
  }

  /** The row names a record that this import makes already: a related one gets its values, an earlier row's only what it left blank. */
  private join(at: number, create: PlannedCreate, key: string): void {
    const planned = this.relations.finder(this.main).creates[at];
    if (!planned) return;
    const earlier = this.ownRows.get(at);
    const clash = this.clash(create.fields, planned.fields);
    if (earlier !== undefined && clash) {
      this.leaveOutTwin(create, earlier, clash);
      return;
    }
    for (const [field, value] of Object.entries(create.fields))
      if (earlier === undefined ? !isBlank(value) : isBlank(planned.fields[field])) planned.fields[field] = value;
    planned.refs = { ...create.refs, ...(earlier === undefined ? {} : planned.refs) };
    this.relations.finder(this.main).reindex(at);
    if (earlier !== undefined) {
      this.same++;
      return;
    }
    planned.row = create.row;
    this.ownRows.set(at, create.row);
    if (key !== '') this.byKey.set(key, { at });
  }

  result(): Counted {
    const creates: ImportPlan['creates'] = {};
    const counts: ImportPlan['counts'] = [];
    for (const tab of importOrder(this.main)) {
      const made = this.relations.finder(tab).creates;
      const updated = tab === this.main ? this.updates.size : 0;
      const same = tab === this.main ? this.same : (this.relations.used.get(tab)?.size ?? 0);
      creates[tab] = made;
      this.relations.nameReferences(tab, made);
      if (tab === this.main || made.length + same > 0) counts.push({ tab, create: made.length, update: updated, same });
    }
    // By id, which is how records mostly stand: neighbours are written together.
    const updates = [...this.updates.values()].sort((a, b) => numberOf(a.id) - numberOf(b.id));
    this.relations.nameReferences(this.main, updates);
    // Names first: they are looked up by the positions that the ordering changes.
    orderByReference(creates, updates);
    const { settings, today } = this.context;
    return {
      team: this.relations.members.added,
      followers: follow(this.main, creates, settings, today),
      customColumns: this.newColumns(),
      creates,
      updates: { [this.main]: updates },
      counts,
      problems: this.problems,
      skipped: this.skipped,
      key: this.key,
      namesMade: this.namesMade,
    };
  }

  private newColumns(): ImportPlan['customColumns'] {
    return this.readers.flatMap(({ tab, field, type }) => {
      const header = field.slice(customPrefix.length);
      const there = (this.context.customFields[tab] ?? []).some((other) => keyText(other) === keyText(header));
      return type === 'custom' && !there ? [{ tab, header }] : [];
    });
  }
}

function numberOf(id: string): number {
  return parseId(id)?.number ?? 0;
}
