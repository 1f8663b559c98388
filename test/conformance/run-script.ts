// Runs small scripts in the stand-in's Apps Script runtime: a workbook in memory, an add-on folder with the given Code.js.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../scripts/local/engine/index';
import type { Engine, Switches } from '../../scripts/local/engine/types';
import {
  createRuntime,
  type ExecutionSource,
  type Runtime,
  type RuntimeOptions,
} from '../../scripts/local/runtime/index';

export const scopes = [
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/script.send_mail',
  'https://www.googleapis.com/auth/script.scriptapp',
  'https://www.googleapis.com/auth/script.external_request',
  'https://www.googleapis.com/auth/userinfo.email',
  'openid',
];

export interface ScriptOptions {
  /** Other HTML files by name (`panel` → panel.html). */
  html?: { [name: string]: string };
  manifest?: object;
  timeZone?: string;
  locale?: string;
  owner?: string;
  /** SQLite file; default: in memory. */
  file?: string;
  switches?: Partial<Switches>;
  runtime?: Partial<RuntimeOptions>;
}

export interface Stage {
  engine: Engine;
  runtime: Runtime;
  /** Calls a function as google.script.run would (or from another source); throws an Error with the script's message. */
  call(name: string, ...args: unknown[]): Promise<unknown>;
  callAs(user: string, source: ExecutionSource, name: string, ...args: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

/** The person who calls unless another is named; owns the workbook. */
export const owner = 'owner@example.com';
/** Ten in the morning of a Monday, before a summer's end in most zones that have one. */
export const startOfTests = Date.UTC(2026, 9, 19, 10, 0, 0);

/** Opens a workbook with one tab, `Sheet1` (1000 × 26), and a script. Close it. */
export function stageScript(code: string, options: ScriptOptions = {}): Stage {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-script-'));
  writeFileSync(join(folder, 'Code.js'), dedent(code));
  const manifest = { timeZone: 'Etc/UTC', runtimeVersion: 'V8', oauthScopes: scopes, ...options.manifest };
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  for (const [name, text] of Object.entries(options.html ?? {})) writeFileSync(join(folder, `${name}.html`), text);
  const engine = openEngine({
    file: options.file ?? ':memory:',
    id: 'local',
    title: 'Test',
    locale: options.locale ?? 'en_US',
    timeZone: options.timeZone ?? 'Etc/UTC',
    owner: options.owner ?? owner,
    ...(options.switches ? { switches: options.switches } : {}),
  });
  const runtime = createRuntime({
    engine,
    addon: folder,
    identityToken: async (user) => `token of ${user}`,
    realNow: () => startOfTests,
    timers: false,
    ...options.runtime,
  });
  const callAs: Stage['callAs'] = async (user, source, name, ...args) => {
    const { result, error } = await runtime.run({ function: name, args, user, source });
    if (error) throw Object.assign(new Error(error.message), { name: error.name });
    return result;
  };
  return {
    engine,
    runtime,
    callAs,
    call: (name, ...args) => callAs(owner, 'client', name, ...args),
    async close() {
      await runtime.close();
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Names that a script's body may use. */
const opened = 'const ss = SpreadsheetApp.getActiveSpreadsheet(), sheet = ss.getSheets()[0];';

/** Public functions stand at the left edge; tests write their scripts indented. */
function dedent(code: string): string {
  return code.replace(/^ +(?=(?:async )?function |(?:const|var) \w+ = (?:function|\())/gm, '');
}

/** Runs the body of one function as the owner would by google.script.run and answers its result; `ss` and `sheet` are ready. */
export async function runScript(body: string, options: ScriptOptions = {}): Promise<unknown> {
  const stage = stageScript(`function test() { ${opened} ${body} }`, options);
  try {
    return await stage.call('test');
  } finally {
    await stage.close();
  }
}
