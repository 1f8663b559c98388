// A record on its way to a client. Types only.
import type { Issue } from '../domain/issue';
import type { FieldValue, RecordTabKey } from '../domain/schema';

/** A record as clients see it. Keys are the schema's; custom columns stand under `custom:<header>`. */
export interface RecordView {
  tab: RecordTabKey;
  id: string;
  version: number;
  /** The record's name for people. */
  name: string;
  fields: { [key: string]: FieldValue };
  /** Names of the records and people that `fields` refer to, by id or email. */
  labels: { [reference: string]: string };
  /** Fields whose cell holds a person's formula (key → formula text): saving over one asks first. */
  formulas: { [key: string]: string };
  /** What is wrong with cells as they stand in the grid. */
  issues: Issue[];
  /** 1-based row where it stood when read; for "show in sheet" only. */
  row: number;
}
