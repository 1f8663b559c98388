// One thing in the workbook that cannot be right: what it is, where it stands, and what can be done about it. Plain data.
/** The kinds of problems, in the order in which they are listed: what touches many records first. */
export const problemKinds = [
  'unfinished',
  'header',
  'column',
  'sort',
  'merge',
  'duplicate',
  'reference',
  'value',
  'missing',
  'mail',
] as const;

export type ProblemKind = (typeof problemKinds)[number];

/**
 * What may be done about a problem. `open`: look at the record and mend it there. `lastGood`: put back the last value of the
 * field that could be read. `restore`: bring back the deleted record that a field points to. `putRight` and `dismiss`: what a sort moved goes back, or is right as it is. The others are about
 * columns and merged cells.
 */
export type RepairKind =
  | 'open'
  | 'lastGood'
  | 'restore'
  | 'putRight'
  | 'dismiss'
  | 'bringBack'
  | 'leaveOut'
  | 'removeCopy'
  | 'keepCopy'
  | 'unmerge';

/** Repairs of a tab's columns, for admins only. */
export const adminRepairs: readonly RepairKind[] = ['bringBack', 'leaveOut', 'removeCopy', 'keepCopy'];

export interface Problem {
  kind: ProblemKind;
  /** An issue's code (`date`, `required`, `unique` …), or what is wrong with the tab (`missing`, `copied` …): see `sentenceOf`. */
  code: string;
  tab: string;
  /** Blank when no single record is meant. */
  id: string;
  /** 1-based row where it stood when read; 0 for none. */
  row: number;
  /** The record's name for people. */
  name: string;
  /** The field's key, blank for none. */
  field: string;
  /** What stands there, and what would be right, for people. */
  stands: string;
  expected: string;
  /** What the workbook itself said: a header row that moved, a reason why a mail did not go. */
  message?: string;
  repairs: RepairKind[];
  /** The change set that a sort or an unfinished change stands under in History. */
  changeSet?: string;
  /** The other record that holds a value which only one may have, or the deleted one that a field points to. */
  other?: { id: string; row: number; name: string };
  /** When a sort was found, or an unfinished change made (UTC ISO), and by whom. */
  when?: string;
  who?: string;
  /** Records that changed where a sort moved cells, and are not put right with the others. */
  doubtful?: string[];
  /** Merged cells: `B2:C4`. */
  range?: string;
  /** A sort's fields, and the records whose cells it moved, the first ones. */
  fields?: { key: string; header: string }[];
  records?: { id: string; row: number; name: string }[];
  /** How many records that is. */
  rows?: number;
}

/** A problem with all that is not given blank. */
export function problem(about: Pick<Problem, 'kind' | 'code' | 'tab'> & Partial<Problem>): Problem {
  return { id: '', row: 0, name: '', field: '', stands: '', expected: '', repairs: [], ...about };
}

/** Problems in the order of their kinds; within a kind as they came. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return problemKinds.flatMap((kind) => problems.filter((one) => one.kind === kind));
}

/** How many there are of each kind; kinds without any are left out. */
export function countByKind(problems: readonly Problem[]): { [kind in ProblemKind]?: number } {
  const counts: { [kind in ProblemKind]?: number } = {};
  for (const { kind } of problems) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
