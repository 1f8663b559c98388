// Whatever calls the compiled add-on by name finds a function there (APPS_SCRIPT.md 1.2).
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inProject } from '../../scripts/build/files';
import type { MenuItem } from '../../scripts/local/runtime/index';
import { admin, type BundleStage, code, stageBundle } from './bundle-stage';

function menuFunctions(items: readonly MenuItem[]): string[] {
  return items.flatMap((item) => [...(item.function ? [item.function] : []), ...menuFunctions(item.items ?? [])]);
}

describe('names by which the add-on is called', () => {
  let stage: BundleStage;
  let functions: string[];
  beforeAll(() => {
    stage = stageBundle();
    functions = stage.runtime.functions();
  });
  afterAll(() => stage.close());

  test('the functions with fixed names are there, each a declaration at the top level', () => {
    const fixed = [
      'setUpWorkbook',
      'findRecords',
      'getRecord',
      'saveRecord',
      'hourly',
      'previewImport',
      'commitImport',
      'undoChangeSet',
      'report',
      'onOpen',
      'onInstall',
      'onEdit',
    ];
    expect(fixed.filter((name) => !functions.includes(name))).toEqual([]);
    for (const name of functions) expect(code).toMatch(new RegExp(`^function ${name}\\(`, 'm'));
  });

  test('every menu item has its function, also for a person who has not used the add-on here', async () => {
    for (const mode of ['LIMITED', 'NONE'] as const) {
      const names = menuFunctions(await stage.runtime.open(admin, mode));
      expect(names.length).toBeGreaterThan(0);
      expect(names.filter((name) => !functions.includes(name))).toEqual([]);
    }
    expect(stage.runtime.executions().filter(({ status }) => status !== 'done')).toEqual([]);
  });

  test('every name that a panel calls has its function', () => {
    const contracts = readdirSync(inProject('src/rpc')).filter((file) => file.startsWith('contract'));
    const names = contracts.flatMap((file) => {
      const contract = readFileSync(inProject(`src/rpc/${file}`), 'utf8');
      const body = /export interface \w*Calls\b[^{]*\{([\s\S]*?)\n\}/.exec(contract)?.[1] ?? '';
      return [...body.matchAll(/^ {2}(\w+): \(/gm)].map(([, name = '']) => name);
    });
    const door = readFileSync(inProject('sidebar/call.ts'), 'utf8');
    const windows = [...door.matchAll(/'(open\w+)'/g)].map(([, name = '']) => name);
    expect(names).toEqual(expect.arrayContaining(['start', 'needsAttention']));
    expect([...names, ...windows].filter((name) => !functions.includes(name))).toEqual([]);
  });

  test('set-up installs triggers whose functions are there, and installs them once', async () => {
    const handlers = () =>
      stage.engine
        .store('triggers')
        .entries()
        .map(([, text]) => String(JSON.parse(text).handler))
        .sort();
    const first = await stage.runtime.run({ function: 'setUpWorkbook', args: [{}], user: admin, source: 'menu' });
    expect(first.error).toBe(undefined);
    const installed = handlers();
    expect(installed).toContain('hourly');
    expect(installed.filter((name) => !functions.includes(name))).toEqual([]);
    await stage.runtime.run({ function: 'setUpWorkbook', args: [{}], user: admin, source: 'menu' });
    expect(handlers()).toEqual(installed);
  });
});
