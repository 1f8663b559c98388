// The registry of installable triggers. Durable: Google keeps them too.
import { randomUUID } from 'node:crypto';
import type { DurableMap } from '../engine/types';
import { nextDue } from './due';
import type { TriggerEventType, TriggerJson } from './protocol';

export interface StoredTrigger extends TriggerJson {
  creator: string;
  /** Milliseconds since 1970. */
  created: number;
  /** When a time trigger is due; null: never again, or not a time trigger. */
  due: number | null;
}

export class TriggerRegistry {
  constructor(
    private readonly store: DurableMap,
    private readonly onChange: () => void,
    private readonly newId: () => string = randomUUID,
  ) {}

  /** This person's own triggers, oldest first: nobody sees those of others. */
  of(user: string): StoredTrigger[] {
    return this.all().filter(({ creator }) => creator === user);
  }

  /** Everybody's triggers for one kind of event, oldest first. */
  for(eventType: TriggerEventType): StoredTrigger[] {
    return this.all().filter((trigger) => trigger.eventType === eventType);
  }

  create(trigger: Omit<TriggerJson, 'id'>, creator: string, created: number): StoredTrigger {
    const id = this.newId();
    const due = trigger.time ? nextDue(trigger.time, id, created, created) : null;
    const stored: StoredTrigger = { ...trigger, id, creator, created, due };
    this.store.set(id, JSON.stringify(stored));
    this.onChange();
    return stored;
  }

  delete(id: string): void {
    this.store.delete(id);
    this.onChange();
  }

  /** The time trigger that is due first, at or before `now`; null: none. */
  firstDue(now: number): StoredTrigger | null {
    const next = this.upcoming();
    return next?.due != null && next.due <= now ? next : null;
  }

  /** When the next time trigger is due; null: none. */
  nextDueTime(): number | null {
    return this.upcoming()?.due ?? null;
  }

  /** When triggers are due up to `until`, as they stand now, in order; no more than `most` times. */
  dueTimes(until: number, most: number): number[] {
    const times = this.for('CLOCK').flatMap(({ id, time, created, due }) => {
      const own: number[] = [];
      for (let next = due; time && next !== null && next <= until && own.length < most; ) {
        own.push(next);
        next = nextDue(time, id, created, next);
      }
      return own;
    });
    return times.sort((one, other) => one - other).slice(0, most);
  }

  /** Makes a trigger due again that was taken for fired. */
  putBack(trigger: StoredTrigger): void {
    if (this.store.get(trigger.id) !== null) this.store.set(trigger.id, JSON.stringify(trigger));
  }

  /** Sets the next due time of a trigger that has just fired, after `now`. */
  fired(trigger: StoredTrigger, now: number): void {
    if (this.store.get(trigger.id) === null || !trigger.time) return;
    const due = nextDue(trigger.time, trigger.id, trigger.created, Math.max(now, trigger.due ?? now));
    this.store.set(trigger.id, JSON.stringify({ ...trigger, due }));
  }

  /** After the clock was turned back: due times count from the new time. */
  reschedule(now: number): void {
    for (const trigger of this.for('CLOCK')) {
      if (!trigger.time) continue;
      const due = nextDue(trigger.time, trigger.id, Math.min(trigger.created, now), now);
      this.store.set(trigger.id, JSON.stringify({ ...trigger, due }));
    }
  }

  private upcoming(): StoredTrigger | null {
    const due = this.for('CLOCK').filter((trigger) => trigger.due !== null);
    return due.sort((one, other) => (one.due ?? 0) - (other.due ?? 0))[0] ?? null;
  }

  private all(): StoredTrigger[] {
    const triggers: StoredTrigger[] = this.store.entries().map(([, text]) => JSON.parse(text));
    return triggers.sort((one, other) => one.created - other.created || one.id.localeCompare(other.id));
  }
}
