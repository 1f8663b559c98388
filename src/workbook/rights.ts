// Whether the author of a change may make it: asked while planning, under the lock, of the record as it is then. Every path that
// ends in a commit passes here; what people do in the grid does not (see against-role.ts).
import { type Author, againstRole, type How } from '../domain/change-set';
import { personKey, roleOf } from '../domain/people';
import { type Actor, type Deed, isKeptByRowbook, type People, refusalOf } from '../domain/roles';
import type { AnyRecord } from '../domain/schema';
import type { Change, Team, Workbook } from './api';
import { WorkbookError } from './errors';
import { readTeam } from './plain-table';
import type { Work } from './work';

/** What Rowbook writes by itself, and what has happened in the grid already. */
const unlimited: readonly How[] = ['grid', againstRole, 'hourly', 'set-up', 'mail'];

/** Rowbook itself as an author: what it puts back, it may put back. */
export const rowbookItself: Author = { email: '', name: 'Rowbook' };

/** Throws WorkbookError `not-allowed` where the author of this work may not make this change to the record as it is now. */
export function assertMay(work: Work, change: Change, before: AnyRecord): void {
  const { tab, id = '', kind, fields = {} } = change;
  if (unlimited.includes(work.how) || change.follows) return;
  // A record that others become a part of is changed, whatever is left to be written into it.
  if (kind === 'update' && change.by === 'system' && !change.merge && isKeptByRowbook(tab, fields)) return;
  const act = kind === 'update' || (kind === 'create' && id !== '') ? 'edit' : kind;
  const refusal = refusalFor(work.workbook, work.author, { act, tab, id, before });
  if (refusal !== undefined) throw new WorkbookError('not-allowed', refusal);
}

/** Why this author may not do this; undefined when they may. Team is read once for each execution. */
export function refusalFor(workbook: Workbook, author: Author, deed: Deed): string | undefined {
  if (author.email === '') return undefined;
  const team = readTeam(workbook);
  return refusalOf(actorOf(team, author), deed, peopleOf(team));
}

/** The author by what Team says of them now; who is not (or no longer) in it may look only. */
export function actorOf(team: Team, { email }: Author): Actor {
  const member = team.member(email);
  return member && member.active !== false
    ? { role: roleOf(member), key: personKey(member) }
    : { role: 'viewer', key: email };
}

function peopleOf(team: Team): People {
  return { person: team.person, nameOf: (key) => team.member(key)?.name ?? undefined };
}
