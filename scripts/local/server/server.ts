// Starts the whole stand-in: workbook, runtime, HTTP server and the function beside it; fills a new workbook.
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { inProject } from '../../build/files';
import { demoRecords } from '../../demo';
import { openEngine } from '../engine';
import type { Engine } from '../engine/types';
import { RestQuota } from '../rest/quota';
import { createRuntime } from '../runtime';
import type { Runtime } from '../runtime/types';
import { createLocalApp } from './app';
import { beforeFirstLook, fillWithDemo, PastClock, setUp, writeAddresses } from './first-start';
import { Frames } from './frames';
import { type FunctionProcess, startFunction } from './function-process';
import { Grid } from './grid';
import { ownHosts } from './guard';
import { type Identity, openIdentity } from './identity';
import { Live } from './live';
import { type OpenedSheet, openFile } from './open-file';
import { addOpenedSheets, removeBlankTab } from './opened-tabs';
import type { StartOptions } from './options';
import { StartError } from './problem';
import { RestFaults } from './rest-faults';
import { lockStore } from './store-lock';

export interface LocalServer {
  /** `http://localhost:PORT`. */
  address: string;
  close(): Promise<void>;
}

const spreadsheetId = 'local';

/**
 * Resolves when everything answers, the function included. `timeZone` is that of a new workbook. Throws `StartError`
 * with one sentence for people when it cannot start; then nothing is left running.
 */
export async function startLocal(
  options: StartOptions,
  timeZone: string,
  say: (line: string) => void,
): Promise<LocalServer> {
  // What can be known to fail fails before anything is made.
  const opened = (await Promise.all(options.open.map(openFile))).flat();
  await needFree(options.port);
  await needFree(options.port + 1);
  const stops: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  try {
    await assemble(options, timeZone, opened, say, stops);
  } catch (error) {
    await close();
    throw error;
  }
  return { address: `http://localhost:${options.port}`, close };
}

async function assemble(
  options: StartOptions,
  timeZone: string,
  opened: readonly OpenedSheet[],
  say: (line: string) => void,
  stops: (() => Promise<void> | void)[],
): Promise<void> {
  const { port } = options;
  await mkdir(dirname(options.store), { recursive: true });
  stops.push(lockStore(options.store));
  const engine = await openWorkbook(options, timeZone);
  stops.push(() => engine.close());
  const progress = engine.store('start');
  const past = new PastClock();
  const identity = await openIdentity(engine.store('issuer'), () => runtime.now());
  const runtime = startRuntime(engine, identity, options, past.now);
  stops.push(() => runtime.close());
  engine.setClock(() => runtime.now());

  const grid = new Grid(engine, runtime);
  const live = new Live(engine, runtime);
  stops.push(() => live.close());
  let addresses: Parameters<typeof writeAddresses>[1] | null = null;
  let beside: FunctionProcess | null = null;
  const app = createLocalApp({
    port,
    engine,
    runtime,
    identity,
    grid,
    live,
    frames: new Frames(
      ownHosts(port).map((host) => `http://${host}`),
      () => runtime.functions(),
    ),
    restFaults: new RestFaults(),
    restQuota: new RestQuota(() => runtime.now()),
    copyWorkbook: (title) => copyWorkbook(engine, options.store, title),
    afterClock: async () => beside?.setClock(runtime.clockOffset()),
    // Set-up from the menu makes the Settings tab, which must then say where function and web app are.
    afterRun: async (name) => {
      if (name === 'setUpWorkbook' && addresses) await writeAddresses(grid, addresses);
    },
  });
  stops.push(await listen(app.fetch, port));
  const started = await startFunction(port + 1, port, linkKey(engine), () => runtime.clockOffset());
  beside = started;
  stops.push(() => started.stop());
  stops.push(runtime.onClockMove((offsetMs) => void started.setClock(offsetMs)));

  // A store that was not begun here is a copy of a workbook: it has its contents already.
  if (progress.get('begun') !== null && progress.get('ready') === null) {
    if (options.setUp) {
      await beforeFirstLook(grid, past, async () => {
        await setUp(grid);
        if (options.sample === 'demo') await fillWithDemo(grid, past, say);
      });
      removeBlankTab(engine);
    }
    progress.set('ready', 'yes');
  }
  for (const title of addOpenedSheets(engine, opened)) say(`Opened as the tab “${title}”.`);
  addresses = { function: started.address, webApp: `http://localhost:${port}/mobile` };
  await writeAddresses(grid, addresses);
}

/** Opens the store; one whose first start was cut off is made anew, because nobody has used it yet. */
async function openWorkbook(options: StartOptions, timeZone: string): Promise<Engine> {
  const owner = options.sample === 'demo' && options.setUp ? demoOwner() : 'admin@example.com';
  const open = () => {
    try {
      const title = options.sample === 'demo' && options.setUp ? 'Rowbook demo' : 'Team workbook';
      return openEngine({ file: options.store, id: spreadsheetId, title, locale: 'en_US', timeZone, owner });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartError(`${options.store} cannot be opened as a workbook: ${reason}.`);
    }
  };
  const begin = () => {
    const engine = open();
    engine.store('start').set('begun', 'yes');
    return engine;
  };
  if (!existsSync(options.store)) return begin();
  const engine = open();
  const progress = engine.store('start');
  const wasCutOff = progress.get('begun') !== null || isBlank(engine);
  if (progress.get('ready') !== null || !wasCutOff) return engine;
  engine.close();
  for (const ending of ['', '-wal', '-shm', '-journal']) await rm(`${options.store}${ending}`, { force: true });
  return begin();
}

function isBlank(engine: Engine): boolean {
  const session = engine.session('');
  return session.sheets().every(({ sheetId }) => session.lastRow(sheetId) === 0);
}

function demoOwner(): string {
  return demoRecords({ today: '2026-01-01' }).team[0]?.email ?? 'admin@example.com';
}

function startRuntime(
  engine: Engine,
  identity: Identity,
  { port, language }: StartOptions,
  realNow: () => number,
): Runtime {
  return createRuntime({
    engine,
    addon: inProject('dist/addon'),
    language,
    identityToken: (user) => identity.token(user),
    allowedLocalOrigins: [`http://localhost:${port + 1}`],
    realNow,
  });
}

/** The key that signs the function's page links: kept, so that links outlive a restart. */
function linkKey(engine: Engine): string {
  const store = engine.store('function');
  if (store.get('linkKey') === null) store.set('linkKey', crypto.randomUUID() + crypto.randomUUID());
  return store.get('linkKey') ?? '';
}

function copyWorkbook(engine: Engine, store: string, title = `Copy of ${engine.info.title}`) {
  let number = 1;
  const file = () => store.replace(/(\.db)?$/, `-copy-${number}.db`);
  while (existsSync(file())) number++;
  const id = `local-copy-${number}`;
  engine.copyTo(file(), id, title);
  return { file: file(), id };
}

/** Throws a sentence when something else listens on the port. */
function needFree(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new StartError(`Port ${port} is in use. Choose another with --port.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
}

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch, port, hostname: '127.0.0.1' }, () =>
      resolve(
        () =>
          new Promise<void>((done) => {
            server.close(() => done());
            // Live pages hold their event stream open for ever.
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      ),
    );
    server.once('error', (error: Error) => reject(new StartError(`Port ${port} cannot be used: ${error.message}.`)));
  });
}
