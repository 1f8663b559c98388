// What the import dialog asks: which tabs there are, what an import would do, and one step of it after another.
import {
  type Author,
  listSourceTabs,
  reviewTab,
  startImport,
  stepImport,
  unfinishedImport,
  type Workbook,
  WorkbookError,
} from '../workbook';
import type { CommitInput, ImportPreview, ImportProgress, PreviewInput, SourceTab } from './contract';

/** Problems that a preview lists; `problemCount` says how many there are. */
const problemsShown = 200;

/** Tabs that a team brought along, each with the import that was stopped midway, if any. */
export function importSources(workbook: Workbook): SourceTab[] {
  const open = unfinishedImport(workbook);
  return listSourceTabs(workbook).map((tab): SourceTab => {
    if (open?.state.source !== tab.title) return tab;
    const { importId, rowsDone, rowsTotal } = open.step;
    return { ...tab, unfinished: { importId, mapping: open.state.mapping, rowsDone, rowsTotal } };
  });
}

/** What an import of the tab would do, with the given mapping or the suggested one. Writes nothing. */
export function importPreview(workbook: Workbook, role: string, { tab, mapping }: PreviewInput): ImportPreview {
  const { source, mapping: used, columns, values, plan } = reviewTab(workbook, tab, role, mapping);
  const team = plan.team.length > 0 ? [{ tab: 'team', create: plan.team.length, update: 0, same: 0 }] : [];
  return {
    source,
    mapping: used,
    columns,
    values,
    counts: [...team, ...plan.counts],
    problems: plan.problems.slice(0, problemsShown),
    problemCount: plan.problems.length,
    blockers: plan.blockers,
    notes: plan.notes,
  };
}

/** Starts an import, or does its next step. Throws WorkbookError `import-refused` with the reasons, before anything is written. */
export function importStep(workbook: Workbook, author: Author, role: string, input: CommitInput): ImportProgress {
  if (input.importId) return stepImport(workbook, input.importId);
  const outcome = startImport(workbook, author, role, input.tab, input.mapping);
  if (!('blockers' in outcome)) return outcome;
  throw new WorkbookError('import-refused', outcome.blockers.map(({ message }) => message).join(' '));
}
