// What people do in the grid against their role. The grid is open to every editor of the file, so it has happened already: it
// is kept in History as what it is, and listed in `_Meta` for managers. See put-back.ts for what else may become of it.
import { againstRole, authorText, sentence } from '../domain/change-set';
import { parseId } from '../domain/ids';
import { nameOf } from '../domain/record';
import { factOf } from '../domain/roles';
import type { RecordTabKey } from '../domain/schema';
import { shorten } from '../domain/text';
import type { Workbook } from './api';

import { readMeta } from './meta';
import { deltaOfPlanned, type Planned } from './plan';
import type { Done } from './read-back';
import { refusalFor } from './rights';
import type { Work } from './work';

/** One change set of somebody who may not make it, as `_Meta` remembers it. */
export interface AgainstRole {
  readonly changeSet: string;
  /** UTC ISO. */
  readonly when: string;
  readonly who: string;
  readonly tab: RecordTabKey;
  /** The first record, and how many there are. */
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** What was done with the first one, and why it is against the role. */
  readonly summary: string;
  readonly why: string;
  readonly state: 'stands' | 'put back';
  /** So many values had changed again when the others were put back, and stay. */
  readonly kept?: number;
  /** The change set that put it back: undoing that one brings the change in again. */
  readonly putBack?: string;
}

/** Change sets remembered; History keeps them all. */
const mostKept = 40;

/** Whether the known author of what was found in the grid may not do this; of an unknown one, or of no change, nobody can say. */
export function isAgainstRole(work: Work, planned: Planned): boolean {
  const isChange = planned.kind !== 'update' || planned.needsId || Object.keys(deltaOfPlanned(planned)).length > 0;
  return isChange && !planned.derived && reasonOf(work, planned) !== undefined;
}

function reasonOf({ workbook, author }: Work, { tab, id, kind, before }: Planned): string | undefined {
  const act = kind === 'create' || kind === 'delete' ? kind : 'edit';
  return refusalFor(workbook, author, { act, tab, id, before });
}

/** The list, newest first. Whoever edits the file can write in `_Meta`, so what is not whole is left out. */
export function againstRoles(workbook: Workbook): readonly AgainstRole[] {
  const known = readMeta(workbook, 'againstRoles');
  const isWhole = (one: AgainstRole | null) => parseId(String(one?.id))?.tab === one?.tab && Boolean(one?.changeSet);
  return Array.isArray(known) ? (known as AgainstRole[]).filter(isWhole) : [];
}

/** What `_Meta` is to remember of a change set against a role, written with the end of its journal; nothing for any other. */
export function rememberAgainstRole(work: Work, done: readonly Done[]): { againstRoles?: readonly AgainstRole[] } {
  const own = done.map(({ planned }) => planned).filter((planned) => !planned.derived);
  const [first] = own;
  if (work.how !== againstRole || !first) return {};
  const { tab, id, kind, before, after, labels } = first;
  const one: AgainstRole = {
    changeSet: work.changeSet,
    when: work.when,
    who: authorText(work.author),
    tab,
    id,
    name: shorten(nameOf(tab, kind === 'delete' ? before : after), 80),
    count: own.length,
    summary: shorten(sentence(tab, kind, deltaOfPlanned(first), labels), 160),
    why: shorten(factOf(reasonOf(work, first) ?? ''), 200),
    state: 'stands',
  };
  const others = againstRoles(work.workbook).filter(({ changeSet }) => changeSet !== one.changeSet);
  return { againstRoles: [one, ...others].slice(0, mostKept) };
}
