// Starts executions, keeps the log of them, and enforces what Google limits across executions.
import { ActiveRun } from './active-run';
import { Execution, type Identity } from './execution';
import type { Host } from './host';
import type { EventJson } from './protocol';
import { DailyQuota } from './quotas';
import type { Turns } from './turns';
import type { ExecutionLogEntry, ExecutionSource, Faults, RunOutcome, RuntimeFacts, Selection } from './types';
import type { Workers } from './workers';

const executionsPerUser = 30;
const logLength = 500;
const triggerMsPerDay = 90 * 60_000;

export interface Launch {
  function: string;
  /** JSON array; an `event` takes its place. */
  args: string;
  event: EventJson | null;
  source: ExecutionSource;
  identity: Identity;
  activeSheetId: number | null;
  selection?: Selection | undefined;
}

export interface Ended {
  execution: Execution;
  outcome: RunOutcome;
}

export class Launcher {
  private readonly live = new Map<number, { run: ActiveRun; user: string; ended: Promise<unknown> }>();
  private readonly history: Execution[] = [];
  private readonly triggerQuota: DailyQuota;
  private nextFaults: Faults = {};

  constructor(
    private readonly host: Host,
    private readonly turns: Turns,
    private readonly pool: Workers,
    private readonly facts: RuntimeFacts,
    private readonly seed: number,
    private readonly onChange: () => void,
  ) {
    const now = () => host.clock.now();
    this.triggerQuota = new DailyQuota(host.engine.store('quotas'), 'triggerMs', triggerMsPerDay, now);
  }

  setFaults(faults: Faults): void {
    this.nextFaults = { ...faults };
  }

  faults(): Faults {
    return { ...this.nextFaults };
  }

  entries(): ExecutionLogEntry[] {
    return this.history.map((execution) => execution.entry());
  }

  /** Resolves when the execution has ended, however it did. */
  async launch(launch: Launch): Promise<Ended> {
    const execution = this.admit(launch);
    const refused = this.refusal(launch);
    if (refused !== null) {
      execution.status = 'failed';
      execution.error = `Exception: ${refused}`;
      this.onChange();
      return { execution, outcome: failure('Exception', refused) };
    }
    const run = new ActiveRun({ execution, host: this.host }, this.pool.take(), this.turns);
    const ended = this.follow(run, execution, launch);
    this.live.set(execution.id, { run, user: launch.identity.effectiveUser, ended });
    this.begin(run, execution, launch);
    this.onChange();
    return ended;
  }

  /** Kills what runs and waits until all of it has been seen to. */
  async close(): Promise<void> {
    const live = [...this.live.values()];
    for (const { run } of live) run.kill('The stand-in was closed');
    await Promise.allSettled(live.map(({ ended }) => ended));
  }

  private admit(launch: Launch): Execution {
    const { clock, engine, lockstep } = this.host;
    const { identity } = launch;
    const faults = this.nextFaults;
    this.nextFaults = {};
    const execution = new Execution(
      this.turns.nextId(),
      launch.function,
      launch.source,
      identity,
      engine.session(identity.effectiveUser),
      clock.now(),
      faults,
      !lockstep,
    );
    this.history.push(execution);
    if (this.history.length > logLength) this.history.shift();
    return execution;
  }

  private refusal({ identity, source, function: name }: Launch): string | null {
    const user = identity.effectiveUser;
    const running = [...this.live.values()].filter((one) => one.user === user).length;
    if (running >= executionsPerUser) {
      return 'There are too many scripts running simultaneously for this Google user account.';
    }
    if (isTriggered(source) && this.triggerQuota.remaining(user) <= 0) {
      return 'Service using too much computer time for one day';
    }
    return this.host.addon.has(name) ? null : `Script function not found: ${name}`;
  }

  private begin(run: ActiveRun, execution: Execution, launch: Launch): void {
    const { addon, engine, language, lockstep } = this.host;
    const { text, cache } = addon.code();
    const sheets = engine.session('').sheets();
    const isThere = (id: number | null) => sheets.some(({ sheetId }) => sheetId === id);
    run.start({
      function: launch.function,
      args: launch.args,
      event: launch.event,
      source: launch.source,
      code: text,
      codeCache: cache,
      scriptZone: addon.manifest.timeZone,
      language,
      workbook: engine.info,
      facts: this.facts,
      // A tab that has been deleted is in front of nobody.
      activeSheetId: isThere(launch.activeSheetId) ? launch.activeSheetId : null,
      selection: launch.selection && isThere(launch.selection.sheetId) ? launch.selection : null,
      now: execution.startedAt,
      lockstep,
      seed: this.seed * 1_000_003 + execution.id,
    });
  }

  private async follow(run: ActiveRun, execution: Execution, { source, identity }: Launch): Promise<Ended> {
    const { result, error } = await run.ended;
    this.live.delete(execution.id);
    this.host.clock.atLeast(Math.round(execution.clock));
    if (isTriggered(source)) this.triggerQuota.use(identity.effectiveUser, execution.modelledMs);
    this.onChange();
    const { calls, modelledMs, cpuMs } = execution.entry();
    const outcome: RunOutcome = { calls, modelledMs, cpuMs, ui: [...execution.ui] };
    if (result !== null) outcome.result = JSON.parse(result);
    if (error) {
      // A client hears the name and the message only; where it came from stands in the log of executions.
      const { name, message, stack } = error;
      outcome.error =
        source === 'client' || source === 'webClient' || stack === '' ? { name, message } : { name, message, stack };
    }
    return { execution, outcome };
  }
}

/** The outcome of what never began. */
export function failure(name: string, message: string): RunOutcome {
  return { error: { name, message }, calls: { reads: 0, writes: 0, other: 0 }, modelledMs: 0, cpuMs: 0, ui: [] };
}

function isTriggered(source: ExecutionSource): boolean {
  return source === 'timeTrigger' || source === 'installable';
}
