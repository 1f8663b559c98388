// The cloud function beside the workbook: a child process that is started, watched and started again.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { inProject } from '../../build/files';
import { audience } from './identity';
import { StartError } from './problem';

const startTimeoutMs = 60_000;
const longestPauseMs = 10_000;
const longestLine = 400;

/** Ends with the server even when the server is killed: the channel between the two closes. */
const bootstrap = `process.on('disconnect', () => process.exit(0)); require(process.argv[1]);`;

export interface FunctionProcess {
  address: string;
  /** Process id of the child that runs now. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** Starts the function on `port`, reading the workbook of the server on `serverPort`; resolves when it answers. */
export async function startFunction(port: number, serverPort: number, linkKey: string): Promise<FunctionProcess> {
  let child: ChildProcess | null = null;
  let stopped = false;
  let pauseMs = 250;

  const start = () => {
    const started = spawn(process.execPath, ['-e', bootstrap, inProject('dist/function/server.js')], {
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
  return { address, pid: () => child?.pid, stop };
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
