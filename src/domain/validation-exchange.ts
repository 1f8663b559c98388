// What crosses between the add-on and the cloud function on `POST /v1/workbooks/{id}/changes:validate`. Types only.
// The add-on asks before it takes the lock; what the function saw may be old by the time the lock is held, so the
// add-on checks versions and rules again (DESIGN.md invariant 10). An `ok` is advice, never a permission.
import type { Conflict, Issue } from './issue';
import type { FieldValue, RecordTabKey } from './schema';

/** The header that carries how long the caller will wait, in milliseconds from the moment it sent the request. */
export const deadlineHeader = 'x-deadline-ms';

/** At most this many changes in one request. */
export const maxChangesPerRequest = 500;

/** The body of the request. */
export interface ValidationRequest {
  readonly changes: readonly ProposedChange[];
}

/** One record as a person wants it: the fields of `SaveInput` that matter for checking. */
export interface ProposedChange {
  readonly tab: RecordTabKey;
  /** Left out: a new record. */
  readonly id?: string;
  /** The version that the form was opened with. Left out: "the version now". */
  readonly baseVersion?: number;
  /** The values that the form was opened with, at least of the changed fields. Allows a three-way merge. */
  readonly base?: { readonly [field: string]: FieldValue };
  /** Only the fields that changed. References by id or exact name; dates `2026-11-23`. */
  readonly changes: { readonly [field: string]: FieldValue };
  /** Fields where the person chose their own value after a conflict. */
  readonly overwrite?: readonly string[];
}

/**
 * - `ok`: may be saved; `merged` lists other people's changes since `baseVersion` that stay.
 * - `invalid`: see `issues`.
 * - `conflict`: both touched the same field; see `conflicts`.
 * - `forbidden`: the caller's role may not make this change.
 * - `stale`: the record is gone, or changed in a way that cannot be merged (no `base` was sent).
 */
export type VerdictStatus = 'ok' | 'invalid' | 'conflict' | 'forbidden' | 'stale';

/** What the function thinks of one change. All four properties are always there; `index` points into the request. */
export interface Verdict {
  readonly index: number;
  readonly status: VerdictStatus;
  readonly issues: readonly Issue[];
  readonly conflicts: readonly Conflict[];
  /** Keys of the fields that somebody else changed meanwhile and that this change leaves alone. */
  readonly merged: readonly string[];
}

/** The body of a 200 answer: one verdict per change, in the order of the request. */
export interface ValidationAnswer {
  readonly verdicts: readonly Verdict[];
}

/** The body of an answer that is no 2xx (RFC 9457, `application/problem+json`). `code` is stable, `detail` is for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** Path of the offending value in the request, where there is one: `changes.0.tab`. */
  readonly field?: string;
}
