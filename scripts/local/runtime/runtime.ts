// The Apps Script runtime of the stand-in: starts executions, fires triggers, keeps clock, inbox and log.
import { ActiveRun } from './active-run';
import { Addon } from './addon';
import { illegalArgument } from './client-values';
import { Clock } from './clock';
import { Execution, type Identity, identify } from './execution';
import type { Host } from './host';
import { Locks } from './locks';
import { Mailbox } from './mailbox';
import type { EventJson } from './protocol';
import { DailyQuota } from './quotas';
import { ScriptCache } from './script-cache';
import { type StoredTrigger, TriggerRegistry } from './triggers';
import { arrivalScheduler, Turns } from './turns';
import type {
  ExecutionLogEntry,
  ExecutionSource,
  Faults,
  MenuItem,
  RunOutcome,
  RunRequest,
  Runtime,
  RuntimeOptions,
  SentMail,
} from './types';
import { defaultWorker, WorkerPool } from './workers';

const executionsPerUser = 30;
const callsPerClient = 10;
const logLength = 500;
const spareWorkers = 1;
const recipientsPerDay = 100;
const fetchesPerDay = 20_000;
const triggerMsPerDay = 90 * 60_000;
/** Longest wait until the real-time timer looks again. */
const timerStepMs = 60_000;

interface Launch {
  function: string;
  args: string;
  event: EventJson | null;
  source: ExecutionSource;
  identity: Identity;
}

interface Ended {
  execution: Execution;
  outcome: RunOutcome;
}

export class LocalRuntime implements Runtime {
  private readonly host: Host;
  private readonly turns: Turns;
  private readonly pool: WorkerPool;
  private readonly triggerQuota: DailyQuota;
  private readonly live = new Map<number, ActiveRun>();
  private readonly liveByUser = new Map<string, number>();
  private readonly clients = new Map<string, ClientGate>();
  private readonly history: Execution[] = [];
  private readonly listeners = new Set<(event: { kind: 'mail' | 'execution' | 'clock' }) => void>();
  private readonly lockstep: boolean;
  private readonly seed: number;
  private nextFaults: Faults = {};
  private lastId = 0;
  private timer: NodeJS.Timeout | null = null;
  private timeWork: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(private readonly options: RuntimeOptions) {
    const { engine } = options;
    const scheduler = options.scheduler ?? arrivalScheduler;
    this.lockstep = scheduler.lockstep ?? false;
    this.seed = scheduler.seed ?? 0;
    const clock = new Clock(engine.store('clock'), options.realNow ?? Date.now, this.lockstep);
    const now = () => clock.now();
    engine.setClock(now);
    const locks = new Locks(this.lockstep, {
      waits: (id) => this.turns.setIdle(id),
      goesOn: (id) => this.turns.setComputing(id),
    });
    this.turns = new Turns(
      scheduler,
      () => locks.expire(),
      () => locks.expireEarliest(),
    );
    this.triggerQuota = new DailyQuota(engine.store('quotas'), 'triggerMs', triggerMsPerDay, now);
    const newId = this.lockstep ? () => `trigger-${this.seed}-${++this.lastId}` : undefined;
    this.host = {
      engine,
      addon: new Addon(options.addon),
      addonName: options.addonName ?? 'Rowbook',
      clock,
      locks,
      mailbox: new Mailbox(engine.store('inbox'), () => this.emit('mail')),
      cache: new ScriptCache(now),
      triggers: new TriggerRegistry(engine.store('triggers'), () => this.setTimer(), newId),
      mailQuota: new DailyQuota(engine.store('quotas'), 'mail', options.mailQuota ?? recipientsPerDay, now),
      fetchQuota: new DailyQuota(engine.store('quotas'), 'fetch', fetchesPerDay, now),
      lockstep: this.lockstep,
      allowedLocalOrigins: options.allowedLocalOrigins ?? [],
      identityToken: options.identityToken,
    };
    requireZone(this.host.addon.manifest.timeZone);
    this.pool = new WorkerPool(options.worker ?? defaultWorker, spareWorkers);
    this.setTimer();
  }

  async run(request: RunRequest): Promise<RunOutcome> {
    const illegal = request.source === 'client' ? illegalArgument(request.args) : null;
    if (illegal !== null) return failure('TypeError', illegal);
    if (!this.functions().includes(request.function)) {
      return failure('Exception', `Script function not found: ${request.function}`);
    }
    const launch: Launch = {
      function: request.function,
      args: JSON.stringify(request.args),
      event: null,
      source: request.source,
      identity: identify(request.source, request.user, request.user),
    };
    if (request.source !== 'client') return (await this.launch(launch)).outcome;
    return this.gate(request.client ?? request.user).pass(async () => (await this.launch(launch)).outcome);
  }

  functions(): string[] {
    return this.host.addon.functions();
  }

  async open(user: string, authMode: 'NONE' | 'LIMITED' = 'LIMITED'): Promise<MenuItem[]> {
    const installed = this.host.triggers.for('ON_OPEN').map((trigger) =>
      this.fire(trigger, 'installable', user, ({ activeUser }) => ({
        kind: 'open',
        authMode: 'FULL',
        user: activeUser,
        triggerUid: trigger.id,
      })),
    );
    const simple = this.host.addon.has('onOpen')
      ? this.launch({
          function: 'onOpen',
          args: '[]',
          event: { kind: 'open', authMode, user: '' },
          source: 'simpleTrigger',
          identity: { ...identify('simpleTrigger', user, user), authMode },
        })
      : null;
    await Promise.all(installed);
    return (await simple)?.execution.menus ?? [];
  }

  async fireEdit({ user, value, oldValue, ...range }: Parameters<Runtime['fireEdit']>[0]): Promise<void> {
    const oneCell = range.rows === 1 && range.columns === 1;
    const values = oneCell
      ? { ...(value === undefined ? {} : { value }), ...(oldValue === undefined ? {} : { oldValue }) }
      : {};
    const fired: Promise<unknown>[] = this.host.triggers.for('ON_EDIT').map((trigger) =>
      this.fire(trigger, 'installable', user, ({ activeUser }) => ({
        kind: 'edit',
        authMode: 'FULL',
        user: activeUser,
        triggerUid: trigger.id,
        range,
        ...values,
      })),
    );
    if (this.host.addon.has('onEdit')) {
      fired.push(
        this.launch({
          function: 'onEdit',
          args: '[]',
          event: { kind: 'edit', authMode: 'LIMITED', user: '', range, ...values },
          source: 'simpleTrigger',
          identity: identify('simpleTrigger', user, user),
        }),
      );
    }
    await Promise.all(fired);
  }

  async fireChange({ user, changeType }: { user: string; changeType: string }): Promise<void> {
    await Promise.all(
      this.host.triggers.for('ON_CHANGE').map((trigger) =>
        this.fire(trigger, 'installable', user, ({ activeUser }) => ({
          kind: 'change',
          authMode: 'FULL',
          user: activeUser,
          triggerUid: trigger.id,
          changeType,
        })),
      ),
    );
  }

  act<T>(user: string, label: string, action: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.turns.add({
        execution: ++this.lastId,
        call: `${user} ${label}`,
        go: () => {
          try {
            resolve(action());
          } catch (error) {
            reject(error);
          }
        },
      });
    });
  }

  now(): number {
    return this.host.clock.now();
  }

  setClock(to: { now: number } | { advanceMs: number }): Promise<void> {
    return this.inTimeOrder(async () => {
      const { clock, triggers } = this.host;
      const target = 'now' in to ? to.now : clock.now() + to.advanceMs;
      if (target < clock.now()) {
        clock.set(target);
        triggers.reschedule(target);
      } else {
        await this.fireDue(target, true);
        clock.atLeast(target);
      }
      this.emit('clock');
    });
  }

  setFaults(faults: Faults): void {
    this.nextFaults = { ...faults };
  }

  inbox(): SentMail[] {
    return this.host.mailbox.all();
  }

  executions(): ExecutionLogEntry[] {
    return this.history.map((execution) => execution.entry());
  }

  onEvent(listener: (event: { kind: 'mail' | 'execution' | 'clock' }) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    for (const run of [...this.live.values()]) run.kill('The stand-in was closed');
    await this.pool.close();
  }

  private async launch(launch: Launch): Promise<Ended> {
    const user = launch.identity.effectiveUser;
    const { clock, engine, addon } = this.host;
    const faults = this.nextFaults;
    this.nextFaults = {};
    const execution = new Execution(
      ++this.lastId,
      launch.function,
      launch.source,
      launch.identity,
      engine.session(user),
      clock.now(),
      faults,
      !this.lockstep,
    );
    this.history.push(execution);
    if (this.history.length > logLength) this.history.shift();
    const refused = this.refusedStart(launch);
    if (refused !== null) {
      execution.status = 'failed';
      execution.error = `Exception: ${refused}`;
      this.emit('execution');
      return { execution, outcome: failure('Exception', refused) };
    }
    const { text, cache } = addon.code();
    const run = new ActiveRun({ execution, host: this.host }, this.pool.take(), this.turns);
    this.live.set(execution.id, run);
    this.liveByUser.set(user, (this.liveByUser.get(user) ?? 0) + 1);
    run.start({
      function: launch.function,
      args: launch.args,
      event: launch.event,
      source: launch.source,
      code: text,
      codeCache: cache,
      scriptZone: addon.manifest.timeZone,
      workbook: engine.info,
      now: execution.startedAt,
      lockstep: this.lockstep,
      seed: this.seed * 1_000_003 + execution.id,
    });
    this.emit('execution');
    const { result, error } = await run.ended;
    this.live.delete(execution.id);
    this.liveByUser.set(user, (this.liveByUser.get(user) ?? 1) - 1);
    clock.atLeast(Math.round(execution.clock));
    if (isTriggered(launch.source)) this.triggerQuota.use(user, execution.modelledMs);
    this.emit('execution');
    const { calls, modelledMs, cpuMs } = execution.entry();
    const outcome: RunOutcome = { calls, modelledMs, cpuMs, ui: [...execution.ui] };
    if (result !== null) outcome.result = JSON.parse(result);
    // A client hears the name and the message only; where it came from stands in the log of executions.
    if (error) outcome.error = { name: error.name, message: error.message };
    if (error && error.stack !== '' && launch.source !== 'client' && outcome.error) outcome.error.stack = error.stack;
    return { execution, outcome };
  }

  private refusedStart({ identity, source, function: name }: Launch): string | null {
    if ((this.liveByUser.get(identity.effectiveUser) ?? 0) >= executionsPerUser) {
      return 'There are too many scripts running simultaneously for this Google user account.';
    }
    if (isTriggered(source) && this.triggerQuota.remaining(identity.effectiveUser) <= 0) {
      return 'Service using too much computer time for one day';
    }
    return this.host.addon.has(name) ? null : `Script function not found: ${name}`;
  }

  private fire(
    trigger: StoredTrigger,
    source: 'installable' | 'timeTrigger',
    user: string,
    event: (identity: Identity) => EventJson,
  ): Promise<Ended> {
    const identity = identify(source, user, trigger.creator);
    return this.launch({ function: trigger.handler, args: '[]', event: event(identity), source, identity });
  }

  /** Fires what is due up to `until`, one after the other. `each`: every missed time counts, not only one per trigger. */
  private async fireDue(until: number, each: boolean): Promise<void> {
    const { clock, triggers } = this.host;
    for (let trigger = triggers.firstDue(until); trigger && !this.closed; trigger = triggers.firstDue(until)) {
      const due = trigger.due ?? until;
      clock.atLeast(due);
      triggers.fired(trigger, each ? due : until);
      const { id } = trigger;
      await this.fire(trigger, 'timeTrigger', trigger.creator, () => ({ kind: 'time', triggerUid: id, at: due }));
    }
  }

  private inTimeOrder(work: () => Promise<void>): Promise<void> {
    const done = this.timeWork.then(work);
    this.timeWork = done.catch(() => undefined).then(() => this.setTimer());
    return done;
  }

  /** Lets real time fire time triggers. */
  private setTimer(): void {
    if (this.lockstep || this.options.timers === false || this.closed) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const due = this.host?.triggers.nextDueTime() ?? null;
    if (due === null) return;
    const wait = Math.min(Math.max(due - this.now(), 0), timerStepMs);
    this.timer = setTimeout(() => {
      void this.inTimeOrder(async () => {
        if (!this.closed) await this.fireDue(this.now(), false);
      });
    }, wait);
    this.timer.unref();
  }

  private gate(client: string): ClientGate {
    let gate = this.clients.get(client);
    if (!gate) {
      gate = new ClientGate(callsPerClient);
      this.clients.set(client, gate);
    }
    return gate;
  }

  private emit(kind: 'mail' | 'execution' | 'clock'): void {
    for (const listener of this.listeners) listener({ kind });
  }
}

/** Lets at most so many calls of one client run; the next one waits. */
class ClientGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly most: number) {}

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }
}

function failure(name: string, message: string): RunOutcome {
  return { error: { name, message }, calls: { reads: 0, writes: 0, other: 0 }, modelledMs: 0, cpuMs: 0, ui: [] };
}

function isTriggered(source: ExecutionSource): boolean {
  return source === 'timeTrigger' || source === 'installable';
}

/** Date getters in a script use the script's zone, and V8 knows one zone per process (APPS_SCRIPT.md 1.1). */
function requireZone(zone: string): void {
  const canonical = (timeZone?: string) =>
    new Intl.DateTimeFormat('en', timeZone === undefined ? {} : { timeZone }).resolvedOptions().timeZone;
  if (canonical() !== canonical(zone)) {
    throw new Error(`The script's zone is ${zone} but this process runs in ${canonical()}: start it with TZ=${zone}`);
  }
}
