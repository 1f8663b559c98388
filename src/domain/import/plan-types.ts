// What an import is planned from and what the plan says. The plan is made whole before anything is written.
import type { Issue } from '../issue';
import type { AnyRecord, FieldValue, RecordTabKey } from '../schema';
import type { Settings } from '../settings';
import type { DateOrder } from './dates';
import type { ColumnPlan, ImportMapping, ValueMap } from './mapping';
import type { RememberedMap } from './remembered';

export interface Member {
  /** What a person cell holds: the email, or the name where there is none. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
}

/** What the workbook holds already, as far as this import needs it. */
export interface ImportContext {
  readonly settings: Settings;
  readonly team: readonly Member[];
  /** Role of the person who imports: admin, manager, rep, viewer. */
  readonly role: string;
  /** Records of the main tab and of the tabs it refers to, each with its `id`. */
  readonly existing: { readonly [tab in RecordTabKey]?: readonly AnyRecord[] };
  /** Ids of records that were merged into others, with those. Left out: there are none. */
  readonly aliases?: { readonly [tab in RecordTabKey]?: ReadonlyMap<string, string> };
  /** Headers of the custom columns that tabs have already. */
  readonly customFields: { readonly [tab: string]: readonly string[] };
  /** Day where the workbook is, `2026-11-23`: exchange rates are taken of it. */
  readonly today: string;
  /** Where phone numbers without a country are dialled, by two letters; left out: not known. */
  readonly country?: string;
  /** How dates that can be read both ways are written where the workbook comes from. */
  readonly dateOrder: DateOrder;
  /** What words became in earlier imports. */
  readonly remembered?: readonly RememberedMap[];
}

/** A record that exists, with the values that follow from new records alone. An open value is a sum of the new deals. */
export interface Follower {
  readonly tab: RecordTabKey;
  readonly id: string;
  readonly fields: { lastContact?: string; nextFollowUp?: string; openValue?: number };
}

/** A record to be made. Fields that refer to a record of this same import stand in `refs`. */
export interface PlannedCreate {
  /** 1-based row in the source tab. */
  row: number;
  fields: { [key: string]: FieldValue };
  /** Field → position in `creates` of the tab that the field refers to. */
  refs: { [field: string]: number };
  /** Names of the records that its references point to, by field: what people read in the reference's cell. */
  names: { [field: string]: string };
}

/** A record that exists and gets these values. */
export interface PlannedUpdate extends PlannedCreate {
  id: string;
}

export interface ImportPlan {
  /** Names that become team members: no email, role rep. */
  team: string[];
  customColumns: { tab: RecordTabKey; header: string }[];
  creates: { [tab in RecordTabKey]?: PlannedCreate[] };
  updates: { [tab in RecordTabKey]?: PlannedUpdate[] };
  /** Existing records with derived fields that follow from the new ones. */
  followers: Follower[];
  counts: { tab: RecordTabKey; create: number; update: number; same: number }[];
  /** One per bad cell; the row is left out whole. */
  problems: Issue[];
  /** Rows left out. */
  skipped: number;
  notes: { code: string; message: string }[];
  blockers: { code: string; message: string }[];
}

/** What is shown before a person agrees. */
export interface ImportReview {
  /** `program`: whose export it looks like. */
  readonly source: { tab: string; headerRow: number; rows: number; program?: string };
  readonly mapping: ImportMapping;
  readonly columns: ColumnPlan[];
  readonly values: ValueMap[];
  readonly plan: ImportPlan;
}
