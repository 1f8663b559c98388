// The Apps Script runtime of the stand-in: what the local server and tests call.
import { usualFacts } from '../unverified';
import { Addon } from './addon';
import { ClientGates } from './client-gates';
import { illegalArgument } from './client-values';
import { Clock } from './clock';
import { type Identity, identify } from './execution';
import type { Host } from './host';
import { type Ended, failure, Launcher } from './launcher';
import { Locks } from './locks';
import { Mailbox } from './mailbox';
import type { EventJson } from './protocol';
import { DailyQuota } from './quotas';
import { ScriptCache } from './script-cache';
import { Timetable } from './timetable';
import { type StoredTrigger, TriggerRegistry } from './triggers';
import { arrivalScheduler, Turns } from './turns';
import type {
  ClockMove,
  ExecutionLogEntry,
  ExecutionSource,
  Faults,
  MenuItem,
  RunOutcome,
  RunRequest,
  Runtime,
  RuntimeFacts,
  RuntimeOptions,
  SentMail,
} from './types';
import { defaultWorker, WorkerPool, type Workers } from './workers';

const spareWorkers = 1;
const recipientsPerDay = 100;
const fetchesPerDay = 20_000;

type EventKind = 'mail' | 'execution' | 'clock';

export class LocalRuntime implements Runtime {
  private readonly host: Host;
  private readonly facts: RuntimeFacts;
  private readonly turns: Turns;
  private readonly pool: Workers;
  private readonly ownsPool: boolean;
  private readonly launcher: Launcher;
  private readonly timetable: Timetable;
  private readonly gates = new ClientGates();
  private readonly listeners = new Set<(event: { kind: EventKind }) => void>();

  constructor(options: RuntimeOptions) {
    const scheduler = options.scheduler ?? arrivalScheduler;
    const lockstep = scheduler.lockstep ?? false;
    const seed = scheduler.seed ?? 0;
    this.facts = { ...usualFacts, ...options.facts };
    const locks = new Locks(lockstep, {
      waits: (id) => this.turns.setIdle(id),
      goesOn: (id) => this.turns.setComputing(id),
    });
    this.turns = new Turns(
      scheduler,
      () => locks.expire(),
      () => locks.expireEarliest(),
    );
    this.host = this.openHost(options, locks, lockstep, seed);
    requireZone(this.host.addon.manifest.timeZone);
    this.ownsPool = options.workers === undefined;
    const shared = options.workers as Workers | undefined;
    this.pool = shared ?? new WorkerPool(options.worker ?? defaultWorker, spareWorkers);
    this.launcher = new Launcher(this.host, this.turns, this.pool, this.facts, seed, () => this.emit('execution'));
    const realTime = !lockstep && options.timers !== false;
    this.timetable = new Timetable(this.host, realTime, async (trigger, due) => {
      const event: EventJson = { kind: 'time', triggerUid: trigger.id, at: due };
      const { execution } = await this.fire(trigger, 'timeTrigger', trigger.creator, null, () => event);
      return execution.status !== 'killed';
    });
  }

  async run(request: RunRequest): Promise<RunOutcome> {
    const isPage = request.source === 'client' || request.source === 'webClient';
    const illegal = isPage ? illegalArgument(request.args) : null;
    if (illegal !== null) return failure('TypeError', illegal);
    if (!this.functions().includes(request.function)) {
      return failure('Exception', `Script function not found: ${request.function}`);
    }
    const launch = async () => {
      const { outcome } = await this.launcher.launch({
        function: request.function,
        args: JSON.stringify(request.args),
        event: null,
        source: request.source,
        identity: this.identify(request.source, request.user, request.user),
        activeSheetId: request.selection?.sheetId ?? null,
        selection: request.selection,
      });
      return outcome;
    };
    return isPage ? this.gates.pass(request.client ?? request.user, launch) : launch();
  }

  functions(): string[] {
    return this.host.addon.functions();
  }

  async open(user: string, authMode: 'NONE' | 'LIMITED' = 'LIMITED'): Promise<MenuItem[]> {
    const installed = this.host.triggers.for('ON_OPEN').map((trigger) =>
      this.fire(trigger, 'installable', user, null, ({ activeUser }) => ({
        kind: 'open',
        authMode: 'FULL',
        user: activeUser,
        triggerUid: trigger.id,
      })),
    );
    const simple = this.fireSimple('onOpen', user, null, { kind: 'open', authMode, user: '' });
    await Promise.all(installed);
    return (await simple)?.execution.menus ?? [];
  }

  async fireEdit({ user, value, oldValue, ...range }: Parameters<Runtime['fireEdit']>[0]): Promise<void> {
    const oneCell = range.rows === 1 && range.columns === 1;
    const edit = {
      kind: 'edit' as const,
      range,
      ...(oneCell && value !== undefined ? { value } : {}),
      ...(oneCell && oldValue !== undefined ? { oldValue } : {}),
    };
    const installed = this.host.triggers.for('ON_EDIT').map((trigger) =>
      this.fire(trigger, 'installable', user, range.sheetId, ({ activeUser }) => ({
        ...edit,
        authMode: 'FULL',
        user: activeUser,
        triggerUid: trigger.id,
      })),
    );
    const simple = this.fireSimple('onEdit', user, range.sheetId, { ...edit, authMode: 'LIMITED', user: '' });
    await Promise.all([...installed, simple]);
  }

  async fireChange({ user, changeType, sheetId }: Parameters<Runtime['fireChange']>[0]): Promise<void> {
    const installed = this.host.triggers.for('ON_CHANGE').map((trigger) =>
      this.fire(trigger, 'installable', user, sheetId ?? null, ({ activeUser }) => ({
        kind: 'change',
        authMode: 'FULL',
        user: activeUser,
        triggerUid: trigger.id,
        changeType,
      })),
    );
    await Promise.all(installed);
  }

  act<T>(user: string, label: string, action: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const go = () => {
        try {
          resolve(action());
        } catch (error) {
          reject(error);
        }
      };
      this.turns.add({ execution: this.turns.nextId(), call: `${user} ${label}`, go });
    });
  }

  now(): number {
    return this.host.clock.now();
  }

  clockOffset(): number {
    return this.host.clock.offsetMs;
  }

  onClockMove(listener: (offsetMs: number) => void): () => void {
    return this.host.clock.onMove(listener);
  }

  async setClock(to: ClockMove | { advanceMs: number }): Promise<void> {
    await this.timetable.setClock(to);
    this.emit('clock');
  }

  setFaults(faults: Faults): void {
    this.launcher.setFaults(faults);
  }

  faults(): Faults {
    return this.launcher.faults();
  }

  inbox(): SentMail[] {
    return this.host.mailbox.all();
  }

  executions(): ExecutionLogEntry[] {
    return this.launcher.entries();
  }

  onEvent(listener: (event: { kind: EventKind }) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    const timetable = this.timetable.close();
    await this.launcher.close();
    await timetable;
    if (this.ownsPool) await this.pool.close();
  }

  private openHost(options: RuntimeOptions, locks: Locks, lockstep: boolean, seed: number): Host {
    const { engine } = options;
    const clock = new Clock(engine.store('clock'), options.realNow ?? Date.now, lockstep);
    const now = () => clock.now();
    engine.setClock(now);
    const newId = lockstep ? () => `trigger-${seed}-${this.turns.nextId()}` : undefined;
    return {
      engine,
      addon: new Addon(options.addon),
      addonName: options.addonName ?? 'Rowbook',
      language: options.language ?? 'en',
      clock,
      locks,
      mailbox: new Mailbox(engine.store('inbox'), () => this.emit('mail')),
      cache: new ScriptCache(now),
      triggers: new TriggerRegistry(engine.store('triggers'), () => this.timetable.schedule(), newId),
      mailQuota: new DailyQuota(engine.store('quotas'), 'mail', options.mailQuota ?? recipientsPerDay, now),
      fetchQuota: new DailyQuota(engine.store('quotas'), 'fetch', fetchesPerDay, now),
      lockstep,
      allowedLocalOrigins: options.allowedLocalOrigins ?? [],
      identityToken: options.identityToken,
    };
  }

  private fireSimple(name: string, user: string, sheetId: number | null, event: EventJson): Promise<Ended> | null {
    if (!this.host.addon.has(name)) return null;
    const authMode = 'authMode' in event ? event.authMode : 'LIMITED';
    const identity = { ...this.identify('simpleTrigger', user, user), authMode };
    const source = 'simpleTrigger';
    return this.launcher.launch({ function: name, args: '[]', event, source, identity, activeSheetId: sheetId });
  }

  private fire(
    trigger: StoredTrigger,
    source: 'installable' | 'timeTrigger',
    user: string,
    activeSheetId: number | null,
    event: (identity: Identity) => EventJson,
  ): Promise<Ended> {
    const identity = this.identify(source, user, trigger.creator);
    const launch = { function: trigger.handler, args: '[]', event: event(identity), source, identity, activeSheetId };
    return this.launcher.launch(launch);
  }

  private identify(source: ExecutionSource, caller: string, creator: string): Identity {
    return identify(source, caller, creator, this.facts);
  }

  private emit(kind: EventKind): void {
    for (const listener of this.listeners) listener({ kind });
  }
}

/** Date getters in a script use the script's zone, and V8 knows one zone per process (APPS_SCRIPT.md 1.1). */
function requireZone(zone: string): void {
  const canonical = (timeZone?: string) =>
    new Intl.DateTimeFormat('en', timeZone === undefined ? {} : { timeZone }).resolvedOptions().timeZone;
  if (canonical() !== canonical(zone)) {
    throw new Error(`The script's zone is ${zone} but this process runs in ${canonical()}: start it with TZ=${zone}`);
  }
}
