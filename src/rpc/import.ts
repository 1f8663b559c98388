// What the import dialog asks: which tabs there are, what an import would do, and one step of it after another.
import type { ImportMapping } from '../domain/import/mapping';
import { recordTabKeys } from '../domain/schema';
import {
  arrivingTabs,
  type FinishedImport,
  finishedImports,
  listSourceTabs,
  reviewTab,
  startImport,
  stepImport,
  unfinishedImport,
} from '../workbook';
import { type Caller, recordTab } from './caller';
import type { CommitInput, ImportPreview, ImportProgress, PastImport, PreviewInput, SourceTab } from './contract';
import { badInput, CallError, notAllowed } from './reply';

/** Problems that a preview lists; `problemCount` says how many there are. */
const problemsShown = 200;

/**
 * Tabs that a team brought along, each with the import that was stopped midway, if any, and with those that are done; last
 * the tabs that have gone since they were imported, so that their imports can be taken back as well.
 */
export function importSources({ workbook }: Caller): SourceTab[] {
  const open = unfinishedImport(workbook);
  const past = new Map<string, PastImport[]>();
  for (const one of finishedImports(workbook)) past.set(one.source, [...(past.get(one.source) ?? []), pastImport(one)]);
  const arriving = new Map(arrivingTabs(workbook).map(({ sheet, state }) => [sheet.getName(), state]));
  const tabs = listSourceTabs(workbook).map((tab): SourceTab => {
    const coming = arriving.get(tab.title);
    if (coming && coming.done < coming.rows)
      return { ...tab, arriving: { id: coming.id, rowsDone: coming.done, rowsTotal: coming.rows } };
    const imports = past.get(tab.title);
    past.delete(tab.title);
    const known = imports ? { ...tab, imports } : tab;
    if (open?.state.source !== tab.title) return known;
    const { importId, rowsDone, rowsTotal } = open.step;
    return { ...known, unfinished: { importId, mapping: open.state.mapping, rowsDone, rowsTotal } };
  });
  const gone = [...past].map(([title, imports]): SourceTab => ({ title, rows: 0, columns: 0, gone: true, imports }));
  return [...tabs, ...gone];
}

function pastImport({ changeSet, when, who, created, updated, undone }: FinishedImport): PastImport {
  return { changeSet, when, who, created, updated, ...(undone ? { undone } : {}) };
}

/** What an import of the tab would do, with the given mapping or the suggested one. Writes nothing. Throws `bad-input`, `no-tab`. */
export function importPreview({ workbook, role }: Caller, input: PreviewInput): ImportPreview {
  const mapping = input?.mapping === undefined ? undefined : checkedMapping(input.mapping);
  const { source, mapping: used, columns, values, plan } = reviewTab(workbook, tabTitle(input), role, mapping);
  const team = plan.team.length > 0 ? [{ tab: 'team', create: plan.team.length, update: 0, same: 0 }] : [];
  return {
    source,
    mapping: used,
    columns,
    values,
    counts: [...team, ...plan.counts],
    problems: plan.problems.slice(0, problemsShown),
    problemCount: plan.problems.length,
    skipped: plan.skipped,
    blockers: plan.blockers,
    notes: plan.notes,
  };
}

/**
 * Starts an import, or does its next step. Throws `import-refused` with the reasons before anything is written,
 * `import-unfinished` while another one is, `not-allowed`, `bad-input`, `no-import`, `busy`.
 */
export function importStep({ workbook, author, role, email }: Caller, input: CommitInput): ImportProgress {
  if (role === 'viewer') throw notAllowed('You may look at records, not import them.');
  if (input?.importId !== undefined) {
    const open = unfinishedImport(workbook);
    const other = open?.state.importId === input.importId && open.state.author.email !== email;
    if (other && role !== 'admin')
      throw notAllowed(`${open.state.author.name} has started this import; they or an admin can go on with it.`);
    return stepImport(workbook, String(input.importId));
  }
  const outcome = startImport(workbook, author, role, tabTitle(input), checkedMapping(input?.mapping));
  if (!('blockers' in outcome)) return outcome;
  const unfinished = outcome.blockers.some(({ code }) => code === 'import-unfinished');
  throw new CallError(
    unfinished ? 'import-unfinished' : 'import-refused',
    outcome.blockers.map(({ message }) => message).join(' '),
  );
}

function tabTitle(input: { tab?: unknown } | undefined): string {
  if (typeof input?.tab === 'string' && input.tab !== '') return input.tab;
  throw badInput('Say which tab to import from.');
}

/** A mapping as a client sent it, with every part of the right kind. */
function checkedMapping(given: unknown): ImportMapping {
  const mapping = (given ?? {}) as Partial<ImportMapping>;
  const main = recordTab(mapping.main);
  if (!Array.isArray(mapping.columns) || !mapping.columns.every(isColumn))
    throw badInput('Say for each column where it goes.');
  const values = mapping.values ?? [];
  if (!Array.isArray(values) || !values.every(isValueMap)) throw badInput('Say for each value what it becomes.');
  const dates = mapping.dates ?? [];
  if (!Array.isArray(dates) || !dates.every(({ order }) => order === 'dmy' || order === 'mdy'))
    throw badInput('Dates are read dmy or mdy.');
  return { main, columns: mapping.columns, values, dates };
}

function isColumn(entry: unknown): boolean {
  const { column, target } = (entry ?? {}) as { column?: unknown; target?: { [key: string]: unknown } };
  if (typeof column !== 'number' || !target) return false;
  if (target.kind === 'skip') return true;
  const text = target.kind === 'field' ? target.field : target.kind === 'custom' ? target.header : undefined;
  return typeof text === 'string' && recordTabKeys.some((key) => key === target.tab);
}

function isValueMap(entry: unknown): boolean {
  const { tab, field, map } = (entry ?? {}) as { tab?: unknown; field?: unknown; map?: unknown };
  const texts = map !== null && typeof map === 'object' && Object.values(map).every((to) => typeof to === 'string');
  return texts && typeof field === 'string' && recordTabKeys.some((key) => key === tab);
}
