// What the outbox needs from the world, and the words for what becomes of a message. Types only.
import type { MessageReference } from '../domain/follow-ups';
import type { Mail } from './message';

/**
 * - planned: due, not yet shown in the tab; queued: waiting for its turn or for tomorrow's quota
 * - sending: about to be handed over; sent; skipped: no longer needed; failed: cannot be sent
 * - unknown: the run ended between "sending" and "sent"; it may have arrived, so it is not sent again
 */
export type MessageState = 'planned' | 'queued' | 'sending' | 'sent' | 'skipped' | 'failed' | 'unknown';

export interface Entry {
  readonly state: MessageState;
  readonly reason: string;
  /** UTC ISO. */
  readonly planned: string;
  readonly changed: string;
}

/** Rowbook's memory of messages. Every call is durable when it returns. */
export interface Register {
  load(): Map<string, Entry>;
  put(entries: ReadonlyMap<string, Entry>): void;
  forget(keys: readonly string[]): void;
}

/** A row of the Outbox tab as text. */
export interface OutboxRow {
  readonly key: string;
  readonly kind: string;
  readonly person: string;
  readonly record: string;
  readonly localDate: string;
  readonly state: string;
  readonly reason: string;
  readonly planned: string;
  readonly changed: string;
}

/** The Outbox tab. Writes may wait until `flush`. */
export interface OutboxTab {
  rows(): readonly OutboxRow[];
  append(rows: readonly OutboxRow[]): void;
  /** Changes fields of these rows (places in `rows()`), each found again by its key. */
  update(changes: readonly { readonly index: number; readonly fields: Partial<OutboxRow> }[]): void;
  flush(): void;
}

/** What becomes of a queued message at the moment it would be sent. */
export type Composed =
  | { readonly kind: 'mail'; readonly mail: Mail }
  | { readonly kind: 'skipped' | 'failed'; readonly reason: string }
  /** Not now, perhaps later. */
  | { readonly kind: 'wait' };

export interface OutboxPorts {
  readonly register: Register;
  readonly tab: OutboxTab;
  /** UTC ISO. */
  now(): string;
  /** False when the run should end soon. */
  hasTime(): boolean;
  /** How many messages the account may still send today. */
  quota(): number;
  send(mail: Mail): void;
  compose(reference: MessageReference): Composed;
  /** For the log: an error that stops one message, not the run. */
  report(error: unknown): void;
}
