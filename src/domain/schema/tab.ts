// What is declared of a tab.
import type { Field } from './field';

/** A tab: `record` tabs hold records with an id, a ledger and history; the others are plain tables. */
export interface Tab {
  readonly key: string;
  readonly title: string;
  /** One record, as people say it: "contact". */
  readonly singular: string;
  readonly kind: 'record' | 'admin' | 'written' | 'hidden';
  /** `C` makes ids `C-1`, `C-2` … Only record tabs have one. */
  readonly idPrefix?: string;
  /** Admins only (DESIGN.md invariant 11). */
  readonly protected?: boolean;
  /** Fields whose values make a record's name for people, joined by a space. */
  readonly nameFields?: readonly string[];
  readonly fields: { readonly [key: string]: Field };
}

/** Declares one tab. */
export function tab<const T extends Tab>(definition: T): T {
  return definition;
}
