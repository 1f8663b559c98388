// A real `npm start` for tests: its own store and ports, stopped (or killed) by the test.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

export interface RowbookProcess {
  port: number;
  url: string;
  store: string;
  output(): string;
  /** Resolves with the exit code (null after a signal). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface LaunchOptions {
  store?: string;
  port?: number;
  args?: string[];
}

// Below 32768, where Linux begins to hand out ports by itself: none of these becomes the end of somebody's connection. Each
// worker of a test run has a thousand of its own; where it begins among them differs, for runs side by side.
const portsPerWorker = 1000;
const firstPort = 20_000 + ((Number(process.env.VITEST_POOL_ID ?? 1) - 1) % 10) * portsPerWorker;
let nextPort = (process.pid * 2) % portsPerWorker;

/** Two neighbouring ports that nobody listens on, and that no caller in this process had before. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = firstPort + nextPort;
    nextPort = (nextPort + 2) % portsPerWorker;
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** A folder that is removed by the answer's `remove`. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rowbook-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Starts and waits for the ready line; throws with the output when it ends before. */
export async function launch(options: LaunchOptions = {}): Promise<RowbookProcess> {
  return (await begin(options)).ready;
}

interface Beginning {
  kill(signal: NodeJS.Signals): void;
  ready: Promise<RowbookProcess>;
}

/** A start that is on its way: it can be killed before it is ready. */
export async function begin(options: LaunchOptions): Promise<Beginning> {
  let latest = await attempt(options);
  const ready = async (): Promise<RowbookProcess> => {
    for (let tries = 1; ; tries++) {
      try {
        return await latest.ready;
      } catch (error) {
        // Somebody else took the port after it was found free.
        if (options.port || tries === 5 || !/Port \d+ (is in use|cannot be used)/.test(String(error))) throw error;
        latest = await attempt(options);
      }
    }
  };
  return { kill: (signal) => latest.kill(signal), ready: ready() };
}

async function attempt(options: LaunchOptions): Promise<Beginning> {
  const port = options.port ?? (await freePorts());
  const own = options.store ? null : await temporaryFolder();
  const store = options.store ?? join(own?.path ?? '', 'workbook.db');
  const child = spawnStart(['--port', String(port), '--store', store, '--no-open', ...(options.args ?? [])]);
  const output = collect(child);
  const url = `http://localhost:${port}`;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const running = {
    port,
    url,
    store,
    output,
    stop: async (signal: NodeJS.Signals = 'SIGTERM') => {
      child.kill(signal);
      const code = await ended;
      await own?.remove();
      return code;
    },
  };
  const ready = new Promise<RowbookProcess>((resolve, reject) => {
    const look = () => output().includes(`Rowbook is running at ${url}\n`) && resolve(running);
    child.stdout?.on('data', look);
    // Not at 'exit': what it said last may still be in the pipe.
    child.once('close', (code) => {
      void own?.remove();
      reject(new Error(`npm start ended with ${code}:\n${output()}`));
    });
  });
  return { kill: (signal) => child.kill(signal), ready };
}

/** A start that is expected to end by itself: its exit code and what it printed. */
export async function runStart(args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawnStart(args);
  const output = collect(child);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: output() };
}

// A test that fails half-way must not leave its server behind.
const left = new Set<ChildProcess>();
for (const end of ['exit', 'SIGTERM', 'disconnect'] as const) {
  process.once(end, () => {
    for (const child of left) child.kill('SIGKILL');
  });
}

function spawnStart(args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', start, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ROWBOOK_BUILT: 'yes' },
  });
  left.add(child);
  child.once('exit', () => left.delete(child));
  return child;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk));
  return () => text;
}

/** JSON of a GET. */
export async function get<T>(url: string, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** JSON of a POST; throws on any status but 200. */
export async function post<T>(url: string, body: unknown): Promise<T> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
