// The compiled add-on uses ECMAScript and Apps Script's services, nothing else (APPS_SCRIPT.md 1.1).
import { runInNewContext } from 'node:vm';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, allCode, type BundleStage, stageBundle } from './bundle-stage';

/** What browsers and Node have beside the language. */
const pageGlobals = [
  'document',
  'window',
  'self',
  'location',
  'localStorage',
  'sessionStorage',
  'XMLHttpRequest',
  'HTMLElement',
  'requestAnimationFrame',
  'Worker',
  'require',
  'module',
  'exports',
  '__dirname',
  'global',
];

function foreignGlobals(): string[] {
  const language: string[] = runInNewContext('Object.getOwnPropertyNames(globalThis)');
  const machine = Object.getOwnPropertyNames(globalThis).filter((name) => !language.includes(name));
  const absent = ['WebAssembly', 'SharedArrayBuffer', 'Atomics'];
  // What the test runner itself hangs there is not the machine's.
  return [...new Set([...machine, ...pageGlobals, ...absent])].filter(
    (name) => /^[A-Za-z]\w*$/.test(name) && name !== 'console',
  );
}

/** Names that the text uses although nothing in it declares them: esbuild replaces exactly those. */
async function freeUses(text: string, names: readonly string[]): Promise<string[]> {
  const define = Object.fromEntries(names.map((name) => [name, `foreign_${name}`]));
  const { code: marked } = await transform(text, { define, target: 'es2019' });
  return names.filter((name) => marked.includes(`foreign_${name}`));
}

describe('globals of the compiled add-on', () => {
  let stage: BundleStage;
  beforeAll(() => {
    stage = stageBundle('function probe(name) { return eval(name); }');
  });
  afterAll(() => stage.close());

  test('the search for foreign names finds one, and is not misled by own names', async () => {
    const text = 'function a(fetch) { return fetch(1) + x.URL; } setTimeout(a); typeof process;';
    expect(await freeUses(text, ['fetch', 'URL', 'setTimeout', 'process', 'Buffer'])).toEqual([
      'setTimeout',
      'process',
    ]);
  });

  test('no name of a browser or of Node is used anywhere', async () => {
    expect(await freeUses(allCode, foreignGlobals())).toEqual([]);
  });

  test.each([
    'fetch',
    'URL',
    'setTimeout',
    'process',
    'TextEncoder',
    'crypto',
    'structuredClone',
    'require',
    'WebAssembly',
  ])('a use of %s would fail in the bundle’s context', async (name) => {
    const { error } = await stage.runtime.run({ function: 'probe', args: [name], user: admin, source: 'client' });
    expect(error).toEqual({ name: 'ReferenceError', message: `${name} is not defined` });
  });

  test('its text has no syntax that Apps Script’s parser may refuse', () => {
    expect(allCode).not.toMatch(/\bstatic\s+\w+\s*=|\bstatic\s*\{|\?\?=|\|\|=|&&=/);
  });
});
