// Worker threads: one for each execution, with spares started ahead so that an execution begins in a few milliseconds. Runs
// in great numbers may share threads that serve one execution after the other, each in a context of its own.
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { type CallAnswer, type FromWorker, type StartMessage, wake } from './protocol';

/** Where the build puts the worker's file. */
export const defaultWorker = fileURLToPath(new URL('../../../dist/local/worker.js', import.meta.url));

/** What a worker thread is given when it is started. */
export interface WorkerData {
  signal: SharedArrayBuffer;
  answers: MessagePort;
}

export interface WorkerEvents {
  message(message: FromWorker): void;
  crash(error: Error): void;
  /** The thread has nothing more to do, after its last message. */
  exit(): void;
}

/** How long a killed script may go on computing, unheard, before its thread is thrown away: milliseconds. */
const patienceMs = 2000;

/** One worker thread; serves one execution at a time, and is thrown away afterwards unless `again` takes it. */
export class ScriptWorker {
  private readonly thread: Worker;
  private readonly answers: MessagePort;
  private readonly signal: Int32Array;
  private events: WorkerEvents | null = null;
  private crashed: Error | null = null;
  private gone = false;
  /** The code that the thread has. */
  private code: string | null = null;

  constructor(
    file: string,
    private readonly again?: (worker: ScriptWorker) => void,
  ) {
    const buffer = new SharedArrayBuffer(4);
    const { port1, port2 } = new MessageChannel();
    const workerData: WorkerData = { signal: buffer, answers: port2 };
    this.signal = new Int32Array(buffer);
    this.answers = port1;
    // Without the options of this process: a loader of TypeScript takes longer to start than all that is needed here.
    this.thread = new Worker(file, { workerData, transferList: [port2], env: {}, execArgv: [] });
    this.thread.unref();
    this.answers.unref();
    this.thread.on('message', (message: FromWorker) => this.events?.message(message));
    this.thread.on('exit', () => {
      this.gone = true;
      this.events?.exit();
    });
    this.thread.on('error', (error) => {
      this.crashed = error;
      this.events?.crash(error);
    });
  }

  start(message: StartMessage, events: WorkerEvents): void {
    this.events = events;
    this.thread.ref();
    if (this.crashed) queueMicrotask(() => events.crash(this.crashed ?? new Error('The worker did not start')));
    else this.thread.postMessage(this.lighter({ ...message, again: this.again !== undefined }));
  }

  /** Wakes the worker, which waits for this answer. */
  answer(answer: CallAnswer, how: number = wake.answered): void {
    this.answers.postMessage(JSON.stringify(answer));
    Atomics.store(this.signal, 0, how);
    Atomics.notify(this.signal, 0);
  }

  /** The execution has come to its own end. */
  done(): void {
    if (!this.again || this.gone || this.crashed) {
      void this.end();
      return;
    }
    this.events = null;
    this.thread.unref();
    this.again(this);
  }

  /**
   * The execution has been killed in a call, which is never answered as it hoped: whatever its script still does fails
   * unheard, and then the thread is as good as new.
   */
  kill(message: string): void {
    if (!this.again) {
      void this.end();
      return;
    }
    const impatient = setTimeout(() => void this.end(), patienceMs);
    impatient.unref();
    const over = () => {
      clearTimeout(impatient);
      this.done();
    };
    this.events = {
      message: ({ kind }) => (kind === 'end' || kind === 'fail' ? over() : undefined),
      crash: over,
      exit: over,
    };
    this.answer({ ok: false, error: { name: 'Exception', message }, clock: 0 }, wake.killed);
  }

  /** Ends the thread wherever it stands, waiting or computing. */
  async end(): Promise<void> {
    this.events = null;
    this.answers.close();
    await this.thread.terminate();
  }

  /** The message without the code, when the thread has it already. */
  private lighter(message: StartMessage): StartMessage {
    if (message.code === this.code) return { ...message, code: null, codeCache: null };
    this.code = message.code;
    return message;
  }
}

/** Where executions get their threads. */
export interface Workers {
  take(): ScriptWorker;
  close(): Promise<void>;
}

/** Threads that serve many executions, of many runtimes if need be. Whoever made it closes it. */
export class SharedWorkers implements Workers {
  private readonly idle: ScriptWorker[] = [];

  constructor(private readonly file: string = defaultWorker) {}

  take(): ScriptWorker {
    return this.idle.pop() ?? new ScriptWorker(this.file, (worker) => this.idle.push(worker));
  }

  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.end()));
  }
}

export class WorkerPool implements Workers {
  private readonly spares: ScriptWorker[] = [];
  private closed = false;

  constructor(
    private readonly file: string,
    private readonly spareCount: number,
  ) {
    this.refill();
  }

  take(): ScriptWorker {
    const worker = this.spares.shift() ?? new ScriptWorker(this.file);
    // Not at once: the execution that is about to start should have the processor first.
    setTimeout(() => this.refill(), 5).unref();
    return worker;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.spares.splice(0).map((worker) => worker.end()));
  }

  private refill(): void {
    while (!this.closed && this.spares.length < this.spareCount) this.spares.push(new ScriptWorker(this.file));
  }
}
