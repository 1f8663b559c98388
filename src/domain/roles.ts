// Who may do what with a record: one rule for the sidebar, the add-on and the cloud function. What Google itself refuses (a
// protected tab) and what it lets pass (typing in the grid) stands in docs/roles.md.
import type { Role } from './people';
import { customPrefix, fieldOf, isBlank, nameOf } from './record';
import { type AnyRecord, type RecordTabKey, type TabKey, tabOf } from './schema';
import { fold } from './text';

/** Whoever wants to do something: their role, and what stands in person fields for them. */
export interface Actor {
  readonly role: Role;
  readonly key: string;
}

export interface Deed {
  readonly act: 'create' | 'edit' | 'delete';
  /** A record tab, or one of plain rows (Lists, Settings). */
  readonly tab: TabKey;
  /** Blank for a record to be made, and for rows that have none. */
  readonly id: string;
  /** The record as it is before: its owner decides. */
  readonly before: AnyRecord;
}

/** People by what stands in a cell: their key, and their name for others. */
export interface People {
  /** Key of the member that a text means; undefined where it means none or several. */
  person(text: string): string | undefined;
  nameOf(key: string): string | undefined;
}

/** Whether a role may make records of this tab at all (protected tabs are for admins). */
export function mayWrite(role: Role, tab: { readonly protected?: boolean }): boolean {
  return role !== 'viewer' && (!tab.protected || role === 'admin');
}

/** Whether a role may take part in what concerns everybody: undo all by a person, hand over, see what was done against a role. */
export function mayManage(role: Role): boolean {
  return role === 'admin' || role === 'manager';
}

/**
 * Why this person may not do this, as a sentence that says whose the record is and whom to ask; undefined when they may. Admins
 * do everything, managers all but protected tabs, reps what is theirs or nobody's, viewers nothing.
 */
export function refusalOf({ role, key }: Actor, { act, tab, id, before }: Deed, people: People): string | undefined {
  const { title } = tabOf(tab);
  if (role === 'viewer') return 'Viewers may look at records, not change them. Ask an admin for another role.';
  if (!mayWrite(role, tabOf(tab))) return `Only admins change ${title}. Ask an admin.`;
  if (role !== 'rep' || act === 'create') return undefined;
  const { owner } = before;
  if (isBlank(owner)) return undefined;
  const whose = people.person(String(owner)) ?? String(owner);
  if (fold(whose) === fold(key)) return undefined;
  const name = people.nameOf(whose) ?? String(owner);
  const what = [id, nameOf(tab, before)].filter((text) => text !== '').join(', ');
  const thing = `${name}’s ${tabOf(tab).singular}${what === '' ? '' : ` (${what})`}`;
  return `This is ${thing}. Ask ${name.split(' ')[0]} or a manager to change it, or to hand it over to you.`;
}

/** What a refusal says to others than the one who was refused: the fact, without whom to ask. */
export function factOf(refusal: string): string {
  return refusal.replace(/\. Ask .*$/, '.');
}

/** Whether these fields only follow from other records: Rowbook keeps them itself, whoever owns the record. */
export function isKeptByRowbook(tab: RecordTabKey, fields: object): boolean {
  return Object.keys(fields).every(
    (key) => !key.startsWith(customPrefix) && (fieldOf(tab, key)?.writer ?? 'person') !== 'person',
  );
}
