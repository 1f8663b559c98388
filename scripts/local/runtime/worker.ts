// A worker thread: each execution in a fresh context that has ECMAScript's own globals and Apps Script's services only.
// The services (services.js beside this file) run inside that context, so that every value is of the script's own realm;
// all they get from here is a bridge that passes strings.
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, createContext, runInContext, Script } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import {
  type Bridge,
  type CallAnswer,
  type FromWorker,
  type HostCall,
  type LocalWork,
  type StartMessage,
  wake,
} from './protocol';
import type { ServicesRuntime } from './services/index';
import type { WorkerData } from './workers';

const { signal, answers } = workerData as WorkerData;
const flag = new Int32Array(signal);
const post = (message: FromWorker) => parentPort?.postMessage(message);

let lockstep = false;
/** When the script last got the processor (null: it has not), and its own time since the last message. */
let resumedAt: number | null = null;
let ownMs = 0;
/** Set when the execution was killed in a call: what each of its calls is answered until the script comes to an end. */
let killed: string | null = null;

/** `console` is the services' own, and Apps Script has no shared memory, no WebAssembly and no Node. */
const bareScript = new Script(
  `for (const name of ['console', 'WebAssembly', 'SharedArrayBuffer', 'Atomics']) delete globalThis[name];`,
);
const servicesScript = new Script(
  `(() => { ${readFileSync(join(__dirname, 'services.js'), 'utf8')}\n return services; })()`,
  { filename: 'apps-script-services.js' },
);

interface Fresh {
  context: Context;
  services: ServicesRuntime;
}

/** What the next execution gets, made ahead so that it begins at once. */
let next: Fresh | null = fresh();
/** The add-on as it was compiled last: a thread that is used again mostly runs the same one. */
let compiled: Script | null = null;

listen();

process.on('unhandledRejection', (error) => post({ kind: 'log', line: `Unhandled: ${String(error)}` }));

/** Not while an execution runs: a thread whose script waits for nothing ends by itself then, which ends the execution. */
function listen(): void {
  parentPort?.once('message', (message: StartMessage) => void run(message));
}

function fresh(): Fresh {
  const context = createContext({}, { codeGeneration: { strings: true, wasm: false } });
  bareScript.runInContext(context);
  return { context, services: servicesScript.runInContext(context) as ServicesRuntime };
}

async function run(message: StartMessage): Promise<void> {
  const { context, services } = next ?? fresh();
  next = null;
  lockstep = message.lockstep;
  ownMs = 0;
  resumedAt = null;
  killed = null;
  try {
    services.install(bridge(), JSON.stringify({ ...message, code: '', codeCache: null }));
    resume();
    compile(message).runInContext(context);
    // A `const` function of the top level is no property of the global object, hence by name.
    const target: unknown = runInContext(
      `typeof ${message.function} === 'function' ? ${message.function} : undefined`,
      context,
    );
    const result = await services.invoke(target, message.function);
    post({ kind: 'end', result, work: work(services.takeLocalMs()) });
  } catch (error) {
    post({ kind: 'fail', error: services.describeError(error), work: work(services.takeLocalMs()) });
  }
  listen();
  if (message.again) next = fresh();
}

function compile({ code, codeCache }: StartMessage): Script {
  if (code !== null) {
    compiled = null;
    const cache = codeCache ? { cachedData: Buffer.from(codeCache) } : {};
    compiled = new Script(code, { filename: 'Code.js', ...cache });
  }
  if (!compiled) throw new Error('The thread was given no code');
  return compiled;
}

function worked(): number {
  return ownMs + (resumedAt === null ? 0 : performance.now() - resumedAt);
}

function pause(): void {
  ownMs = worked();
  resumedAt = null;
}

function resume(): void {
  resumedAt = performance.now();
}

function work(localMs: number): LocalWork {
  const running = resumedAt !== null;
  pause();
  if (running) resume();
  const cpuMs = ownMs;
  ownMs = 0;
  return { cpuMs, localMs };
}

function bridge(): Bridge {
  return {
    call(op, as, args, localMs) {
      if (killed !== null) return killed;
      post({ kind: 'call', op: op as HostCall, as, args, work: work(localMs) });
      return waitForAnswer();
    },
    pause,
    resume,
    log: (line) => post({ kind: 'log', line }),
    worked: () => (lockstep ? 0 : worked()),
    uuid: () => randomUUID(),
    digest(algorithm, data, key) {
      const bytes = Buffer.from(data, 'base64');
      const hash =
        key === null ? createHash(algorithm) : createHmac(algorithm, new Uint8Array(Buffer.from(key, 'base64')));
      return hash.update(new Uint8Array(bytes)).digest('base64');
    },
    encode: (text, charset) => Buffer.from(text, charset as BufferEncoding).toString('base64'),
    decode: (base64, charset) => Buffer.from(base64, 'base64').toString(charset as BufferEncoding),
  };
}

/** Blocks the thread: to the script, the call is synchronous. */
function waitForAnswer(): string {
  // In a loop: the notice of the answer before may arrive when its answer has been read already.
  let woken = 0;
  while (woken === 0) {
    Atomics.wait(flag, 0, 0);
    woken = Atomics.exchange(flag, 0, 0);
  }
  const received: { message: string } | undefined = receiveMessageOnPort(answers);
  const lost: CallAnswer = { ok: false, error: { name: 'Error', message: 'The answer was lost' }, clock: 0 };
  const answer = received?.message ?? JSON.stringify(lost);
  if (woken === wake.killed) killed = answer;
  return answer;
}
