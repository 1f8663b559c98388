// One execution on the main thread's side: who it runs as, what it has used, what it has shown.
import type { Session } from '../engine/types';
import { callCost, costs } from './cost';
import type { AuthModeName, HostCall, LocalWork } from './protocol';
import type { ExecutionLogEntry, ExecutionSource, Faults, MenuItem, RuntimeFacts, UiEvent } from './types';

const traceLength = 500;
const simpleTriggerLimitMs = 30_000;
const executionLimitMs = 6 * 60_000;

export interface Identity {
  /** Whose rights, properties and quotas it uses. */
  effectiveUser: string;
  /** Who is told to the script; '' when hidden. */
  activeUser: string;
  authMode: AuthModeName;
}

/** Who a script runs as and whom it may know (APPS_SCRIPT.md 3.2, 5.1). `caller`: who clicked, typed or called. */
export function identify(
  source: ExecutionSource,
  caller: string,
  creator: string,
  facts: Pick<RuntimeFacts, 'domainUsersKnown'>,
): Identity {
  switch (source) {
    case 'simpleTrigger':
      return { effectiveUser: caller, activeUser: '', authMode: 'LIMITED' };
    case 'installable':
      return { effectiveUser: creator, activeUser: isKnown(caller, creator, facts) ? caller : '', authMode: 'FULL' };
    case 'timeTrigger':
      return { effectiveUser: creator, activeUser: creator, authMode: 'FULL' };
    default:
      return { effectiveUser: caller, activeUser: caller, authMode: 'FULL' };
  }
}

function isKnown(caller: string, creator: string, facts: Pick<RuntimeFacts, 'domainUsersKnown'>): boolean {
  const domain = (email: string) => email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  const together = domain(caller) === domain(creator) && domain(caller) !== 'gmail.com';
  return caller === creator || (facts.domainUsersKnown && together);
}

export class Execution {
  readonly trace: string[] = [];
  readonly log: string[] = [];
  readonly ui: UiEvent[] = [];
  readonly menus: MenuItem[] = [];
  readonly calls = { reads: 0, writes: 0, other: 0 };
  readonly limitMs: number;
  modelledMs = 0;
  cpuMs = 0;
  callNumber = 0;
  status: ExecutionLogEntry['status'] = 'running';
  error: string | null = null;
  private touched = 0;

  constructor(
    readonly id: number,
    readonly functionName: string,
    readonly source: ExecutionSource,
    readonly identity: Identity,
    readonly session: Session,
    readonly startedAt: number,
    readonly faults: Faults,
    /** Under lockstep processor time does not count, so that runs can be replayed. */
    private readonly countsCpu: boolean,
  ) {
    this.limitMs = source === 'simpleTrigger' ? simpleTriggerLimitMs : executionLimitMs;
  }

  /** The execution's own time, milliseconds since 1970. */
  get clock(): number {
    return this.startedAt + this.modelledMs + (this.countsCpu ? this.cpuMs : 0);
  }

  get overTime(): boolean {
    return this.clock - this.startedAt > this.limitMs;
  }

  advanceTo(clock: number): void {
    if (clock > this.clock) this.modelledMs += clock - this.clock;
  }

  addWork(work: LocalWork): void {
    this.cpuMs += work.cpuMs;
    this.modelledMs += work.localMs;
  }

  /** Called by a service for the cells that its call reads, writes or flushes. */
  touch(cells: number): void {
    this.touched += cells;
  }

  /** Books a finished call with the cells it touched. */
  bookCall(call: HostCall): void {
    const { kind } = costs[call];
    this.calls[kind === 'read' ? 'reads' : kind === 'write' ? 'writes' : 'other'] += 1;
    this.modelledMs += callCost(call, this.touched);
    this.touched = 0;
  }

  note(line: string): void {
    if (this.trace.length >= traceLength) this.trace.shift();
    this.trace.push(line);
  }

  /** The call noted last was made to fail. */
  noteFailure(): void {
    this.trace.push(`${this.trace.pop()} (failed)`);
  }

  entry(): ExecutionLogEntry {
    return {
      id: this.id,
      function: this.functionName,
      source: this.source,
      user: this.identity.effectiveUser,
      startedAt: new Date(this.startedAt).toISOString(),
      status: this.status,
      ...(this.error === null ? {} : { error: this.error }),
      calls: { ...this.calls },
      modelledMs: Math.round(this.modelledMs),
      cpuMs: Math.round(this.cpuMs * 10) / 10,
      trace: [...this.trace],
      log: [...this.log],
    };
  }
}
