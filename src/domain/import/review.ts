// The whole answer to "what would this import do?": header found, mapping, value maps, plan, and what stands in the way.
import { fieldsOf, type RecordTabKey, tabOf } from '../schema';
import { decider, fieldHeader, valueMaps } from './choices';
import { asExported } from './exports';
import { importableFields, isKnownHeader } from './fields';
import { findRecords, type HeaderProblem, type SourceRecords } from './headers';
import type { ColumnPlan, ImportMapping, ValueMap } from './mapping';
import { leftOutNotes, planNotes } from './notes';
import { planRows } from './plan';
import type { ImportContext, ImportPlan, ImportReview } from './plan-types';
import { readersOf } from './readers';
import { columnsKey, recall } from './remembered';
import type { SourceTable } from './source';
import { suggestMapping } from './suggest';

type Blocker = ImportPlan['blockers'][number];

/** The source's records, or why it has none. */
export function sourceRecords(table: SourceTable): SourceRecords | HeaderProblem {
  const found = findRecords(table, isKnownHeader);
  return typeof found === 'string' ? found : asExported(found);
}

/** Tabs whose records an import into `main` compares with or refers to. */
export function tabsNeeded(main: RecordTabKey): RecordTabKey[] {
  const referred = importableFields(main).flatMap(([, field]) =>
    field.reference ? [field.reference as RecordTabKey] : [],
  );
  return [...new Set([main, ...referred])];
}

const sentences: { readonly [problem in HeaderProblem]: (title: string) => string } = {
  empty: (title) => `The tab “${title}” is empty. Choose a tab with a header row and rows below it.`,
  'no-headers': (title) =>
    `The tab “${title}” has no header row. Put the names of the columns in a row above the first record, then try again.`,
  'no-rows': (title) => `The tab “${title}” has a header row, but no row below it.`,
};

function emptyPlan(blocker: Blocker): ImportPlan {
  return {
    team: [],
    customColumns: [],
    creates: {},
    updates: {},
    followers: [],
    counts: [],
    problems: [],
    skipped: 0,
    notes: [],
    blockers: [blocker],
  };
}

/** The main tab that a mapping names, or that is suggested: what `context.existing` must be read for. */
export function mainTab(
  table: SourceTable,
  context: Pick<ImportContext, 'settings' | 'customFields'>,
  mapping?: ImportMapping,
): RecordTabKey {
  if (mapping) return mapping.main;
  const records = sourceRecords(table);
  if (typeof records === 'string') return 'contacts';
  return suggestMapping(records, { customFields: context.customFields, stages: context.settings.stages }).mapping.main;
}

/** Reviews an import of `table`; without a mapping, with the suggested one. Writes nothing, keeps nothing. */
export function reviewImport(table: SourceTable, context: ImportContext, mapping?: ImportMapping): ImportReview {
  const records = sourceRecords(table);
  if (typeof records === 'string') {
    const blocker = { code: records, message: sentences[records](table.title) };
    const none: ImportMapping = { main: 'contacts', columns: [], values: [] };
    return {
      source: { tab: table.title, headerRow: 0, rows: 0 },
      mapping: mapping ?? none,
      columns: [],
      values: [],
      plan: emptyPlan(blocker),
    };
  }
  const suggestion = suggestMapping(
    records,
    { customFields: context.customFields, stages: context.settings.stages },
    mapping?.main,
  );
  const headers = records.columns.map(({ header }) => header);
  const earlier = recall(context.remembered ?? [], records.title, columnsKey(headers));
  const used = mapping ? settled(mapping, records, context) : { ...suggestion.mapping, values: earlier };
  const values = valueMaps(records, used, context.settings, earlier);
  const readers = readersOf(records, used, context.dateOrder);
  const rows = planRows(records, readers, used.main, decider(values), context);
  const blockers = [
    ...mappingBlockers(used, suggestion.looksLikeTeam, records.title),
    ...undecided(values),
    ...roleBlockers(rows.team, rows.creates, context.role),
  ];
  return {
    source: {
      tab: table.title,
      headerRow: records.headerRow,
      rows: records.rows.length,
      ...(records.exported ? { program: records.exported.program } : {}),
    },
    mapping: used,
    columns: columnPlans(suggestion.columns, used),
    values,
    plan: { ...rows, notes: [...leftOutNotes(records), ...planNotes(rows, readers, context)], blockers },
  };
}

/** The mapping with custom headers spelled as the columns that are there, and without columns that the source has not. */
function settled(mapping: ImportMapping, records: SourceRecords, context: ImportContext): ImportMapping {
  const there = new Set(records.columns.map(({ column }) => column));
  const columns = mapping.columns.flatMap((entry) => {
    if (!there.has(entry.column)) return [];
    const { target } = entry;
    if (target.kind !== 'custom') return [entry];
    const wanted = target.header.trim().toLowerCase();
    const header = context.customFields[target.tab]?.find((other) => other.trim().toLowerCase() === wanted);
    return [{ ...entry, target: { ...target, header: header ?? target.header.trim() } }];
  });
  return { ...mapping, columns };
}

/** What the dialog shows of each column: the suggestion's confidence where it was kept, full where a person chose. */
function columnPlans(suggested: readonly ColumnPlan[], mapping: ImportMapping): ColumnPlan[] {
  return suggested.map((plan) => {
    const target = mapping.columns.find((entry) => entry.column === plan.column)?.target ?? { kind: 'skip' as const };
    const kept = JSON.stringify(target) === JSON.stringify(plan.target);
    return { ...plan, target, confidence: kept ? plan.confidence : 1 };
  });
}

function mappingBlockers(mapping: ImportMapping, teamList: boolean, title: string): Blocker[] {
  const blockers: Blocker[] = [];
  const targets = new Map<string, number>();
  for (const { target } of mapping.columns) {
    if (target.kind === 'skip') continue;
    const name = target.kind === 'field' ? fieldHeader(target.tab, target.field) : target.header;
    const key = `${target.tab}.${name.toLowerCase()}`;
    targets.set(key, (targets.get(key) ?? 0) + 1);
    if (targets.get(key) === 2)
      blockers.push({
        code: 'duplicate-target',
        message: `Two columns go to “${name}” of ${tabOf(target.tab).title}. Choose one of them.`,
      });
    if (target.kind === 'field' && !importableFields(target.tab).some(([field]) => field === target.field))
      blockers.push({
        code: 'unknown-target',
        message: `“${target.field}” of ${tabOf(target.tab).title} cannot be filled by an import.`,
      });
    if (
      target.kind === 'custom' &&
      (target.header === '' ||
        fieldsOf(target.tab).some(([, field]) => field.header.toLowerCase() === target.header.toLowerCase()))
    )
      blockers.push({
        code: 'custom-header',
        message: `“${target.header}” cannot be the name of a new column in ${tabOf(target.tab).title}: choose another.`,
      });
  }
  const missing = missingFields(mapping);
  if (missing.length > 0 && teamList)
    blockers.push({
      code: 'team-list',
      message: `“${title}” looks like a list of your team. Team members are not imported from a tab: an admin types or pastes their names, regions and managers into the Team tab. Names that own imported deals or contacts get there by themselves.`,
    });
  else blockers.push(...missing);
  return blockers;
}

/** Fields that every record of the main tab must have and that no column fills. */
function missingFields(mapping: ImportMapping): Blocker[] {
  const filled = new Set(
    mapping.columns.flatMap(({ target }) =>
      target.kind === 'field' && target.tab === mapping.main ? [target.field] : [],
    ),
  );
  const { singular } = tabOf(mapping.main);
  return fieldsOf(mapping.main).flatMap(([key, field]): Blocker[] => {
    if (filled.has(key) || field.default !== undefined || (mapping.main === 'deals' && key === 'name')) return [];
    const other = field.requiredUnless;
    if (other !== undefined && !filled.has(other))
      return [
        {
          code: 'required-field',
          message: `No column gives ${field.header} or ${fieldHeader(mapping.main, other)}, and a ${singular} needs one of them.`,
        },
      ];
    if (field.required && field.writer === 'person')
      return [{ code: 'required-field', message: `No column gives ${field.header}, and a ${singular} needs it.` }];
    return [];
  });
}

function undecided(values: readonly ValueMap[]): Blocker[] {
  return values.flatMap(({ tab, field, values: entries }): Blocker[] => {
    const open = entries.filter(({ to }) => to === null);
    if (open.length === 0) return [];
    const names = open
      .slice(0, 5)
      .map(({ from }) => `“${from}”`)
      .join(', ');
    const more = open.length > 5 ? ` and ${open.length - 5} more` : '';
    return [
      {
        code: 'undecided-value',
        message: `Say what ${names}${more} ${open.length === 1 ? 'becomes' : 'become'} as ${fieldHeader(tab, field)}.`,
      },
    ];
  });
}

/** Team and Products are protected for admins, and scripts run as the caller (DESIGN.md invariant 11). */
function roleBlockers(team: readonly string[], creates: ImportPlan['creates'], role: string): Blocker[] {
  if (role === 'admin') return [];
  if (role !== 'rep' && role !== 'manager')
    return [{ code: 'role', message: 'Your role may read but not import. Ask an admin of this workbook.' }];
  const products = creates.products?.length ?? 0;
  return [
    ...(team.length > 0
      ? [
          {
            code: 'team-needs-admin',
            message: `This import would add ${team.length === 1 ? '1 person' : `${team.length} people`} to Team (${team.slice(0, 3).join(', ')}${team.length > 3 ? ' …' : ''}), which only an admin may do. Ask one to import, or skip the owner column.`,
          },
        ]
      : []),
    ...(products > 0
      ? [
          {
            code: 'products-need-admin',
            message: `This import would add ${products === 1 ? '1 product' : `${products} products`}, which only an admin may do. Ask one to import, or skip the product column.`,
          },
        ]
      : []),
  ];
}
