// One running execution: takes its worker's messages, lets each call have its turn, answers it, and ends it.
import { EngineError } from '../engine/errors';
import { describeCall, handlers } from './calls/index';
import { callCost } from './cost';
import { ServiceError, timeLimitMessage } from './errors';
import type { Execution } from './execution';
import type { Handler, Host, Scope } from './host';
import { refusal } from './permissions';
import type { CallAnswer, FromWorker, HostCall, LocalWork, StartMessage } from './protocol';
import { seededRandom } from './random';
import type { Turns } from './turns';
import type { ScriptWorker } from './workers';

type CallMessage = Extract<FromWorker, { kind: 'call' }>;

export interface RunEnd {
  /** JSON of what the function returned; null for nothing, or when it failed. */
  result: string | null;
  error: { name: string; message: string; stack: string } | null;
}

export class ActiveRun {
  readonly ended: Promise<RunEnd>;
  private settle: (end: RunEnd) => void = () => undefined;
  private over = false;
  private ending = false;
  /** The script waits for the answer to a call. */
  private isCalling = false;
  private readonly watchdog: NodeJS.Timeout;

  constructor(
    private readonly scope: Scope,
    private readonly worker: ScriptWorker,
    private readonly turns: Turns,
  ) {
    this.ended = new Promise((resolve) => {
      this.settle = resolve;
    });
    // Modelled time stands still in a script that only computes; real time ends it all the same.
    this.watchdog = setTimeout(() => this.kill(timeLimitMessage), this.execution.limitMs);
    this.watchdog.unref();
  }

  start(message: StartMessage): void {
    this.turns.setComputing(this.execution.id);
    this.worker.start(message, {
      message: (received) => this.receive(received),
      // A promise that never settles: the script's work is done all the same.
      exit: () => this.receive({ kind: 'end', result: null, work: { cpuMs: 0, localMs: 0 } }),
      crash: (error) => this.kill(`The execution's worker stopped: ${error.message}`),
    });
  }

  /** Ends the execution uncatchably. Of its unflushed writes a seeded number applies, in order. */
  kill(message: string): void {
    if (this.over) return;
    const { session, faults, id } = this.execution;
    const random = seededRandom((faults.seed ?? 0) * 7919 + (faults.killCall ?? id));
    session.abandon(Math.floor(random() * (session.pending + 1)));
    this.execution.status = 'killed';
    this.finish({ result: null, error: { name: 'Exception', message, stack: '' } });
  }

  private get execution(): Execution {
    return this.scope.execution;
  }

  private get host(): Host {
    return this.scope.host;
  }

  private receive(message: FromWorker): void {
    if (this.over || this.ending) return;
    this.ending = message.kind === 'end' || message.kind === 'fail';
    const { id } = this.execution;
    switch (message.kind) {
      case 'log':
        this.execution.log.push(message.line);
        return;
      case 'call':
        this.isCalling = true;
        this.takeTurn(message.as, () => this.perform(message));
        return;
      case 'end':
        this.takeTurn('end', () => this.end(message.work, { result: message.result, error: null }));
        return;
      case 'fail':
        this.takeTurn('end', () => this.end(message.work, { result: null, error: message.error }));
        return;
      default:
        throw new Error(`Unknown message from execution ${id}`);
    }
  }

  private takeTurn(call: string, work: () => void): void {
    const { id } = this.execution;
    this.turns.add({
      execution: id,
      call,
      go: () => {
        this.turns.setComputing(id);
        work();
      },
    });
  }

  private perform(message: CallMessage): void {
    const { execution, host } = this;
    const args: unknown[] = JSON.parse(message.args);
    execution.addWork(message.work);
    execution.callNumber += 1;
    execution.note(describeCall(message.op, message.as, args, () => execution.session.sheets()));
    if (execution.faults.killCall === execution.callNumber) {
      this.kill(timeLimitMessage);
      return;
    }
    let result: unknown;
    try {
      const refused = refusal(message.op, message.as, execution.identity.authMode, host.addon.manifest);
      if (refused !== null) throw new ServiceError(refused);
      if (execution.faults.failCall === execution.callNumber) {
        execution.noteFailure();
        throw new ServiceError(`Service Spreadsheets failed while accessing document with id ${host.engine.info.id}.`);
      }
      result = handlerOf(message.op)(this.scope, ...args);
    } catch (error) {
      this.refuse(message, error);
      return;
    }
    if (result instanceof Promise) {
      result.then(
        (value) => this.answer(message, value),
        (error) => this.refuse(message, error),
      );
    } else this.answer(message, result);
  }

  private answer(message: CallMessage, value: unknown): void {
    if (this.over) return;
    this.execution.bookCall(message.op);
    if (this.execution.overTime) this.kill(timeLimitMessage);
    else this.reply({ ok: true, value: JSON.stringify(value), clock: this.execution.clock });
  }

  private refuse(message: CallMessage, error: unknown): void {
    if (this.over) return;
    this.execution.bookCall(message.op);
    const googles = error instanceof ServiceError || error instanceof EngineError;
    const text = error instanceof Error ? error.message : String(error);
    if (!googles && error instanceof Error) this.execution.log.push(`${message.op} failed: ${error.stack ?? text}`);
    this.reply({
      ok: false,
      error: { name: googles ? 'Exception' : 'Error', message: text },
      clock: this.execution.clock,
    });
  }

  private reply(answer: CallAnswer): void {
    this.isCalling = false;
    this.worker.answer(answer);
  }

  private end(work: LocalWork, outcome: RunEnd): void {
    const { execution } = this;
    execution.addWork(work);
    let { error } = outcome;
    try {
      const { pending } = execution.session;
      execution.session.flush();
      if (pending > 0) execution.modelledMs += callCost('SpreadsheetApp.flush', pending);
    } catch (failure) {
      if (!(failure instanceof EngineError)) throw failure;
      error ??= { name: 'Exception', message: failure.message, stack: '' };
    }
    execution.status = error ? 'failed' : 'done';
    this.finish({ result: error ? null : outcome.result, error });
  }

  private finish(end: RunEnd): void {
    this.over = true;
    clearTimeout(this.watchdog);
    if (end.error) {
      this.execution.error = `${end.error.name}: ${end.error.message}`;
      if (end.error.stack !== '') this.execution.log.push(end.error.stack);
    }
    this.host.locks.releaseAll(this.execution);
    if (this.ending) this.worker.done();
    else if (this.isCalling) this.worker.kill(timeLimitMessage);
    else void this.worker.end();
    this.settle(end);
    this.turns.forget(this.execution.id);
  }
}

function handlerOf(call: HostCall): (scope: Scope, ...args: unknown[]) => unknown {
  // The services and the handlers share one table of types (`HostCalls`), which JSON cannot carry across.
  return handlers[call] as Handler<HostCall> as (scope: Scope, ...args: unknown[]) => unknown;
}
