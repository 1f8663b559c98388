// The records that a source row refers to: found in the workbook, found among those this import makes, or made.
import { isEmail } from '../email';
import { isBlank, nameOf } from '../record';
import { type FieldValue, type RecordTabKey, tabOf } from '../schema';
import { relatedTabs } from './fields';
import { splitName } from './names';
import type { ImportContext, PlannedCreate } from './plan-types';
import type { RowValues } from './readers';
import {
  companyKeys,
  contactKeys,
  contactLookup,
  type Found,
  isExisting,
  type Keys,
  MemberFinder,
  productKeys,
  RecordFinder,
  titleKeys,
} from './resolve';

type Fields = { [field: string]: FieldValue };

const keysOf: { readonly [tab in RecordTabKey]: Keys } = {
  companies: companyKeys,
  contacts: contactKeys,
  products: productKeys,
  deals: titleKeys('name'),
  tickets: titleKeys('subject'),
  tasks: () => [],
  interactions: () => [],
};

/** Tabs in which an import makes the records that rows refer to; deals and tickets must be there already. */
const makes = new Set<RecordTabKey>(['companies', 'contacts', 'products']);

const textOf = (value: FieldValue | undefined) => (value === null || value === undefined ? '' : String(value));

/** What the rows of one import refer to: records and members that exist, and companies, contacts and products made on the way. */
export class Relations {
  readonly members: MemberFinder;
  private readonly finders = new Map<RecordTabKey, RecordFinder>();
  /** Companies and products by the text that named them: sheets repeat the same few names thousands of times. */
  private readonly seen = new Map<string, Found>();
  /** Existing records that rows refer to. */
  readonly used = new Map<RecordTabKey, Set<string>>();

  /** Reference fields of the main tab that lead to companies and contacts. */
  private readonly links: ReturnType<typeof relatedTabs>;

  constructor(
    private readonly main: RecordTabKey,
    private readonly context: ImportContext,
  ) {
    this.members = new MemberFinder(context.team);
    this.links = relatedTabs(main);
  }

  finder(tab: RecordTabKey): RecordFinder {
    let finder = this.finders.get(tab);
    if (!finder) {
      finder = new RecordFinder(this.context.existing[tab] ?? [], keysOf[tab], this.context.aliases?.[tab]);
      this.finders.set(tab, finder);
    }
    return finder;
  }

  /** Fields of the row that name a deal or ticket which is not there. Looks only; makes nothing. */
  missing(values: RowValues): { field: string; name: string }[] {
    const fields = values.fields[this.main] ?? {};
    return Object.keys(fields).flatMap((key) => {
      const target = tabOf(this.main).fields[key]?.reference as RecordTabKey | undefined;
      const name = textOf(fields[key]);
      if (!target || name === '' || makes.has(target)) return [];
      const finder = this.finder(target);
      const found = finder.findId(name) ?? finder.find(keysOf[target](named(target, name), {}));
      return found ? [] : [{ field: key, name }];
    });
  }

  /** The row's own values, with people as member keys and references as ids, or as positions in `refs`. */
  resolve(values: RowValues): PlannedCreate {
    const given = { ...(values.fields[this.main] ?? {}) };
    const create: PlannedCreate = { row: values.row, fields: {}, refs: {}, names: {} };
    const company = this.related('companies', given, values, create);
    if (company) this.point(create, company.field, 'companies', company.found);
    const contact = this.related('contacts', given, values, create);
    if (contact) this.point(create, contact.field, 'contacts', contact.found);
    for (const [key, value] of Object.entries(given)) {
      const field = tabOf(this.main).fields[key];
      if (field?.type === 'reference') {
        if (create.fields[key] !== undefined || create.refs[key] !== undefined || isBlank(value)) continue;
        const target = field.reference as RecordTabKey;
        this.point(create, key, target, this.findOrMake(target, textOf(value), values.row));
      } else if (field?.type === 'person') {
        if (!isBlank(value)) create.fields[key] = this.members.keyOf(textOf(value));
      } else create.fields[key] = value;
    }
    return create;
  }

  private point(create: PlannedCreate, field: string, tab: RecordTabKey, found: Found | undefined): void {
    if (!found) return;
    if (isExisting(found)) {
      create.fields[field] = found.id;
      const used = this.used.get(tab) ?? new Set();
      this.used.set(tab, used.add(found.id));
    } else create.refs[field] = found.at;
  }

  /** The company or contact of a row from its reference and from the columns that describe it. */
  private related(
    tab: 'companies' | 'contacts',
    given: Fields,
    values: RowValues,
    row: PlannedCreate,
  ): { field: string; found: Found } | undefined {
    const field = this.links.find((entry) => entry.tab === tab)?.field;
    if (field === undefined || this.main === tab) return undefined;
    const described = present(values.fields[tab] ?? {});
    const name = textOf(given[field]);
    const bare = Object.keys(described).length === 0;
    if (name === '' && bare) return undefined;
    const known = bare && tab === 'companies' ? this.seen.get(`${tab}\n${name}`) : undefined;
    if (known) return { field, found: known };
    const found = this.describe(tab, name, described, values.row, row);
    if (found && bare) this.seen.set(`${tab}\n${name}`, found);
    return found && { field, found };
  }

  /** The record with this name or these values, made where there is none; undefined where they name nothing. */
  private describe(
    tab: 'companies' | 'contacts',
    name: string,
    described: Fields,
    sourceRow: number,
    row: PlannedCreate,
  ): Found | undefined {
    const byId = name === '' ? undefined : this.finder(tab).findId(name);
    if (byId) return byId;
    const create: PlannedCreate = {
      row: sourceRow,
      fields: { ...named(tab, name), ...described },
      refs: {},
      names: {},
    };
    for (const [key, value] of Object.entries(create.fields)) {
      if (tabOf(tab).fields[key]?.type === 'person') create.fields[key] = this.members.keyOf(textOf(value));
    }
    // A company known only by its domain is called by it; a contact known only by an address, by its first part.
    if (tab === 'companies' && isBlank(create.fields.name)) create.fields.name = create.fields.domain ?? null;
    if (tab === 'contacts') {
      if (isBlank(create.fields.firstName) && isBlank(create.fields.lastName))
        create.fields.firstName = textOf(create.fields.email).split('@')[0] ?? null;
      if (row.fields.company !== undefined) create.fields.company = row.fields.company;
      if (row.refs.company !== undefined) create.refs.company = row.refs.company;
    }
    if (
      tab === 'companies'
        ? isBlank(create.fields.name)
        : isBlank(create.fields.firstName) && isBlank(create.fields.lastName)
    )
      return undefined;
    const finder = this.finder(tab);
    const keys = tab === 'companies' ? companyKeys(create.fields) : contactLookup(create.fields, create.refs, true);
    return finder.find(keys) ?? finder.add(create);
  }

  private findOrMake(tab: RecordTabKey, name: string, row: number): Found | undefined {
    const known = this.seen.get(`${tab}\n${name}`);
    if (known) return known;
    const finder = this.finder(tab);
    const fields = named(tab, name);
    const there = finder.findId(name) ?? finder.find(keysOf[tab](fields, {}));
    const found = there ?? (makes.has(tab) ? finder.add({ row, fields, refs: {}, names: {} }) : undefined);
    if (found) this.seen.set(`${tab}\n${name}`, found);
    return found;
  }

  /** The name for people of the record that a field of a planned record refers to; '' where it refers to none. */
  nameAt(create: PlannedCreate, field: string, tab: RecordTabKey): string {
    const at = create.refs[field];
    const finder = this.finder(tab);
    return nameOf(
      tab,
      at === undefined ? finder.record(textOf(create.fields[field])) : (finder.creates[at]?.fields ?? {}),
    );
  }

  /** Fills in the names of all that the records of a tab refer to, once every record has its final values. */
  nameReferences(tab: RecordTabKey, planned: readonly PlannedCreate[]): void {
    const references = Object.entries(tabOf(tab).fields).flatMap(([key, { reference }]) =>
      reference ? [[key, reference as RecordTabKey] as const] : [],
    );
    for (const create of planned) {
      for (const [key, target] of references) {
        if (create.refs[key] === undefined && isBlank(create.fields[key])) continue;
        const name = this.nameAt(create, key, target);
        if (name !== '') create.names[key] = name;
      }
    }
  }
}

/** What a bare name says of a record of this tab. */
function named(tab: RecordTabKey, name: string): Fields {
  if (name === '') return {};
  if (tab === 'contacts') return isEmail(name) ? { email: name } : splitName(name);
  return tab === 'tickets' ? { subject: name } : { name };
}

function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)));
}
