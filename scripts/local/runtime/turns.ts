// Whose turn it is: every service call of an execution and every action of a person waits here until the scheduler
// picks it. Under a lockstep scheduler nothing is picked while an execution computes, so a run can be replayed.
import { seededRandom } from './random';
import type { Scheduler } from './types';

export interface Turn {
  execution: number;
  call: string;
  go: () => void;
}

/** First come, first served; time is real. */
export const arrivalScheduler: Scheduler = { next: () => 0 };

/** A random, replayable order: the same seed and the same executions give the same run. Time is modelled only. */
export function seededScheduler(seed: number): Scheduler {
  const random = seededRandom(seed);
  return { lockstep: true, seed, next: (waiting) => Math.floor(random() * waiting.length) };
}

export class Turns {
  private readonly waiting: Turn[] = [];
  private readonly computing = new Set<number>();
  private pumping = false;
  private lastId = 0;

  /** `stuck` is called under lockstep when no one can go on; it answers whether it set someone free. */
  constructor(
    private readonly scheduler: Scheduler,
    private readonly beforeTurn: () => void,
    private readonly stuck: () => boolean,
  ) {}

  /** A number for the next execution or action; their order is the order of their beginning. */
  nextId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** This execution's script is at work (or waits for something outside, such as a fetch). */
  setComputing(execution: number): void {
    this.computing.add(execution);
  }

  /** This execution has ended or waits for a lock: nothing will come from it by itself. */
  setIdle(execution: number): void {
    this.computing.delete(execution);
    this.pump();
  }

  add(turn: Turn): void {
    this.computing.delete(turn.execution);
    this.waiting.push(turn);
    this.pump();
  }

  /** Takes back what an execution that was killed still waits for. */
  forget(execution: number): void {
    const index = this.waiting.findIndex((turn) => turn.execution === execution);
    if (index >= 0) this.waiting.splice(index, 1);
    this.setIdle(execution);
  }

  private pump(): void {
    if (!this.scheduler.lockstep) {
      while (this.waiting.length > 0) this.takeTurn();
    } else if (!this.pumping) {
      this.pumping = true;
      // After the promises of the last turn have been seen to, so that a person's next action is in the queue too.
      setImmediate(() => {
        this.pumping = false;
        this.step();
      });
    }
  }

  private step(): void {
    if (this.computing.size > 0) return;
    this.beforeTurn();
    if (this.computing.size > 0) return;
    if (this.waiting.length === 0) {
      this.stuck();
      return;
    }
    // Workers report in any order; the order of the executions' numbers is the same in every run.
    this.waiting.sort((one, other) => one.execution - other.execution);
    this.takeTurn();
    if (this.waiting.length > 0) this.pump();
  }

  private takeTurn(): void {
    const index = this.scheduler.next(this.waiting.map(({ execution, call }) => ({ execution, call })));
    const [turn] = this.waiting.splice(index, 1);
    if (!turn) throw new Error(`The scheduler chose turn ${index} of ${this.waiting.length}`);
    turn.go();
  }
}
