// The cloud function beside the workbook: a child process that is started, watched and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inProject } from '../../build/files';
import { audience } from './identity';
import { StartError } from './problem';

const startTimeoutMs = 60_000;
const longestPauseMs = 10_000;
const longestLine = 400;

/**
 * What runs in the child before the function does. It ends with the server even when the server is killed: the channel
 * between the two closes. And it keeps the stand-in's time: the function asks the machine's clock, as do the libraries
 * that check its tokens, so in this process that clock is moved, and what is deployed needs to know nothing of it.
 */
const bootstrap = `
process.on('disconnect', () => process.exit(0));
const Machine = Date;
let offset = Number(process.argv[2]);
const now = () => Machine.now() + offset;
globalThis.Date = new Proxy(Machine, {
  construct: (target, args, self) => Reflect.construct(target, args.length > 0 ? args : [now()], self),
  apply: () => new Machine(now()).toString(),
  get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
});
process.on('message', (moved) => {
  offset = moved;
  process.send(moved);
});
require(process.argv[1]);
`;
/** How long a move of the clock waits for the child to say that it goes by it. */
const clockTimeoutMs = 2_000;

export interface FunctionProcess {
  address: string;
  /** Sets how far the machine's clock is behind the stand-in's; resolves when the child goes by it. */
  setClock(offsetMs: number): Promise<void>;
  /** Process id of the child that runs now. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Starts the function on `port`, reading the workbook of the server on `serverPort`; resolves when it answers.
 * `clockOffset`: milliseconds that the machine's clock is behind, for each start of the child.
 */
export async function startFunction(
  port: number,
  serverPort: number,
  linkKey: string,
  clockOffset: () => number,
): Promise<FunctionProcess> {
  let child: ChildProcess | null = null;
  let stopped = false;
  let pauseMs = 250;

  const start = () => {
    const program = ['-e', bootstrap, inProject('dist/function/server.js'), String(clockOffset())];
    const started = spawn(process.execPath, program, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        ROWBOOK_AUDIENCE: audience,
        ROWBOOK_CERTS_URL: `http://127.0.0.1:${serverPort}/local/certs`,
        ROWBOOK_SHEETS_ROOT: `http://127.0.0.1:${serverPort}/`,
        ROWBOOK_SHEETS_TOKEN: 'local',
        ROWBOOK_WORKBOOKS: '',
        ROWBOOK_LINK_KEY: linkKey,
        ROWBOOK_PUBLIC_URL: `http://localhost:${port}`,
      },
    });
    child = started;
    // The bundle is minified: Node's report of a crash quotes lines of it that nobody can read.
    if (started.stderr) {
      createInterface({ input: started.stderr }).on('line', (line) => console.error(line.slice(0, longestLine)));
    }
    started.on('exit', () => {
      if (stopped) return;
      setTimeout(() => !stopped && start(), pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    });
  };

  start();
  const address = `http://localhost:${port}`;
  const stop = async () => {
    stopped = true;
    const last = child;
    if (!last || last.exitCode !== null || last.signalCode !== null) return;
    const gone = new Promise((resolve) => last.once('exit', resolve));
    last.kill('SIGTERM');
    const timer = setTimeout(() => last.kill('SIGKILL'), 2000);
    await gone;
    clearTimeout(timer);
  };
  try {
    await answering(`http://127.0.0.1:${port}/health`);
  } catch {
    await stop();
    throw new StartError(`The function (dist/function/server.js) does not answer on port ${port}.`);
  }
  return {
    address,
    setClock: (offsetMs) => (child ? moved(child, offsetMs) : Promise.resolve()),
    pid: () => child?.pid,
    stop,
  };
}

/** A child that is ending is left alone: the next one begins with the clock as it is then. */
function moved(child: ChildProcess, offsetMs: number): Promise<void> {
  if (!child.connected) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      child.off('message', heard);
      child.off('exit', done);
      resolve();
    };
    const heard = (offset: unknown) => offset === offsetMs && done();
    const timer = setTimeout(done, clockTimeoutMs);
    child.on('message', heard);
    child.once('exit', done);
    child.send(offsetMs, (error) => error && done());
  });
}

async function answering(url: string): Promise<void> {
  const deadline = Date.now() + startTimeoutMs;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer`);
}
