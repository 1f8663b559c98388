// Who calls, and what they may do. Roles stand in Team; the sheet's own permissions are Google's.
import { parseId } from '../domain/ids';
import { personKey, type Role, roleOf } from '../domain/people';
import { mayManage, refusalOf } from '../domain/roles';
import { type RecordTabKey, recordTabKeys } from '../domain/schema';
import { type Author, isSetUp, openWorkbook, readTeam, type Workbook } from '../workbook';
import type { Reply } from './contract';
import { badInput, CallError, notAllowed, reply } from './reply';

export interface Caller {
  readonly workbook: Workbook;
  readonly email: string;
  readonly name: string;
  /** What stands in person fields: the email. */
  readonly key: string;
  readonly role: Role;
  readonly author: Author;
}

/** Email of whoever started this: the active user where Google tells, else the one whose rights are used (APPS_SCRIPT.md 5.1). */
export function callerEmail(): string {
  return Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail();
}

/** The caller as a team member (1 read, of Team). Throws `not-set-up`, `not-in-team`. */
export function callerOf(workbook: Workbook = openWorkbook()): Caller {
  if (!isSetUp(workbook)) {
    throw new CallError('not-set-up', 'This workbook is not set up yet. Choose Rowbook → Set up this workbook.');
  }
  const email = callerEmail();
  const team = readTeam(workbook);
  const member = email === '' ? undefined : team.member(email);
  if (!member || member.active === false) {
    throw new CallError(
      'not-in-team',
      `${email || 'This account'} is not in the Team tab. Ask an admin of your team to add you.`,
    );
  }
  const name = member.name ?? email;
  return { workbook, email, name, key: personKey(member), role: roleOf(member), author: { email, name } };
}

/** The answer to a client's call: what `work` comes to for whoever calls and what they hand over. */
export function answer<Input extends object, T>(work: (caller: Caller, input: Input) => T, input?: Input): Reply<T> {
  return reply(() => work(callerOf(), given(input as Input)));
}

/** Throws `not-allowed` unless the caller may write records of this tab; whose record it is, the commit asks under the lock. */
export function assertMayWrite(caller: Caller, tab: RecordTabKey): void {
  const nobody = { person: () => undefined, nameOf: () => undefined };
  const refusal = refusalOf(caller, { act: 'create', tab, id: '', before: {} }, nobody);
  if (refusal !== undefined) throw notAllowed(refusal);
}

/** Throws `not-allowed` for those who only look. */
export function assertMayChange({ role }: Caller): void {
  if (role === 'viewer') throw notAllowed('You may look at records, not change them.');
}

/** Throws `not-allowed` unless the caller takes part in what concerns everybody. `what` ends the sentence: “… hand records over”. */
export function assertMayManage({ role }: Caller, what: string): void {
  if (!mayManage(role)) throw notAllowed(`Only managers and admins ${what}. Ask one of them.`);
}

/** The one object a client hands over; what is none counts as empty, so that a call says what it misses. */
export function given<Input extends object>(input: Input): Input {
  return typeof input === 'object' && input !== null ? input : ({} as Input);
}

/** A record's id as a client sent it; undefined when it is left out. Throws `bad-input`. */
export function recordId(id: unknown): string | undefined {
  if (id === undefined || id === null || id === '') return undefined;
  if (typeof id !== 'string') throw badInput('`id` must be a text like C-12.');
  return parseId(id)?.id ?? id.slice(0, 80);
}

/** The id of the record that a call is about. Throws `bad-input`. */
export function neededId(id: unknown): string {
  const found = recordId(id);
  if (found === undefined) throw badInput('Say which record: its `id` is missing.');
  return found;
}

/** A record tab's key as a client sent it. Throws `bad-input`. */
export function recordTab(key: unknown): RecordTabKey {
  const tab = recordTabKeys.find((one) => one === key);
  if (tab) return tab;
  throw badInput(`There is no tab “${String(key)}”. It is one of ${recordTabKeys.join(', ')}.`);
}
