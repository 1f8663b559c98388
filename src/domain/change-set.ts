// What one act changed, as data: who, how, and for each record the fields before and after. History, journal and undo share it.
import { fieldOf, isBlank, labelOf, sameValue } from './record';
import { formatReference, parseReference } from './references';
import type { AnyRecord, FieldValue, RecordTabKey } from './schema';
import { shorten } from './text';
import { displayValue } from './values';

/** How a change was made. Texts stand in History, for people; that of an undo names what it undoes. */
export type How =
  | 'sidebar'
  | 'grid'
  | typeof againstRole
  | 'import'
  | `undo of ${string}`
  | 'hand-over'
  | 'merge'
  | 'mail'
  | 'hourly'
  | 'set-up'
  | 'api';

/** What somebody did in the grid although their role does not allow it. */
export const againstRole = 'grid, against role';

/** Whether a change was made in the grid, allowed or not. */
export function isOfGrid(how: string): boolean {
  return how === 'grid' || how === againstRole;
}

const partMark = ' in part';

/** How the undo of a change set is told; `inPart`: something of it stays, or its turn is still to come. */
export function undoOf(changeSet: string, inPart = false): How {
  return `undo of ${changeSet}${inPart ? partMark : ''}`;
}

/** How the undo of many change sets at once is told. */
export const undoOfMany = undoOf('many');

/** The change set that a change undoes, as its `how` tells; null for any other change. */
export function undoes(how: string): string | null {
  return /^undo of (\S+)( in part)?$/.exec(how)?.[1] ?? null;
}

/** Whether a change that undoes another one left something of it. */
export function isInPart(how: string): boolean {
  return how.endsWith(partMark);
}

/** Who changed something. `email` is blank when it is not known; it is never a guess. */
export interface Author {
  readonly email: string;
  readonly name: string;
}

export const unknownAuthor: Author = { email: '', name: 'unknown (grid)' };

/** `Ann Smith <ann@example.com>`, or the name or address alone. */
export function authorText({ email, name }: Author): string {
  if (email === '' || name === '' || name === email) return name === '' ? email : name;
  return `${name} <${email}>`;
}

/** The name and the address in what `authorText` wrote. An author without a name, or without an address, has it blank. */
export function parseAuthor(text: string): Author {
  const [, name, email] = /^(.*) <([^<>]+)>$/s.exec(text) ?? [];
  if (name !== undefined && email !== undefined) return { name, email };
  return text.includes('@') ? { name: '', email: text } : { name: text, email: '' };
}

/** Whether a change that tells of this author is by the person meant: a member's address or name, or `unknown (grid)`. */
export function isBy(author: string, person: string): boolean {
  const { name, email } = parseAuthor(author);
  return (email === '' ? name : email).trim().toLowerCase() === person.trim().toLowerCase();
}

/** Changed fields as [before, after]. */
export type Delta = { readonly [field: string]: readonly [FieldValue, FieldValue] };

export type ChangeKind = 'create' | 'update' | 'delete' | 'restore';

/** The fields that differ, blanks counting as alike. A missing record is an empty one. */
export function deltaOf(before: AnyRecord, after: AnyRecord): Delta {
  const delta: { [field: string]: readonly [FieldValue, FieldValue] } = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (!sameValue(before[key], after[key])) delta[key] = [before[key] ?? null, after[key] ?? null];
  }
  return delta;
}

/**
 * For people: “Amount 100 → 200, Stage Lead → Won”. Fields only Rowbook writes are left out unless nothing else changed. `merge`:
 * the other record, of two that became one; its name is among the labels.
 */
export function sentence(
  tab: RecordTabKey,
  kind: ChangeKind,
  delta: Delta,
  labels: { readonly [reference: string]: string } = {},
  merge?: string,
): string {
  if (merge !== undefined) {
    const other = formatReference(shorten(labels[merge] ?? '', 60), merge);
    if (kind === 'delete') return `${mergedInto}${other}`;
    const isTold = ([key]: [string, unknown]) => fieldOf(tab, key)?.writer === 'person';
    const told = Object.fromEntries(Object.entries(delta).filter(isTold));
    const changes = Object.keys(told).length > 0 ? `: ${sentence(tab, kind, told, labels)}` : '';
    return `Merged with ${other}${changes}`;
  }
  if (kind === 'create') return 'Created';
  if (kind === 'delete') return 'Deleted';
  if (kind === 'restore') return 'Restored';
  const entries = Object.entries(delta);
  const told = entries.filter(([key]) => fieldOf(tab, key)?.writer !== 'system');
  return (told.length > 0 ? told : entries)
    .map(([key, [before, after]]) => {
      const field = fieldOf(tab, key);
      const show = (value: FieldValue) =>
        shorten(displayValue(field, value, typeof value === 'string' ? labels[value] : ''), 60);
      return `${labelOf(tab, key)} ${show(before)} → ${show(after)}`;
    })
    .join(', ');
}

/** How the sentence of a record begins that became a part of another. */
const mergedInto = 'Merged into ';

/** The id of the record that this one became a part of, as the sentence of its going tells; null where it tells of anything else. */
export function mergeTold(summary: string, delta: Delta): string | null {
  // A column of the team's own may be called like this: a record that goes has no value afterwards.
  const isGone = summary.startsWith(mergedInto) && Object.values(delta).every(([, after]) => isBlank(after));
  return isGone ? parseReference(summary).id : null;
}
