// What a push remembers: the cloud function's address, so that a later plain push does not cut the add-on off from it.
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../../scripts/build/files';
import { PushError } from '../../scripts/push/error';
import { chooseAddress } from '../../scripts/push/function-address';
import { temporaryFolder } from '../local/rowbook-process';

const address = 'https://rowbook-1.run.app/';
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, '.function.local.json');
});
afterEach(() => folder.remove());

const choose = (given?: string, more: { scriptId?: string; none?: boolean } = {}) =>
  chooseAddress(file, { scriptId: 'script-1', none: false, ...more, given });

describe('the function’s address', () => {
  it('of an earlier push is used by a plain one', async () => {
    expect(await choose()).toBeUndefined();
    expect(await choose(address)).toBe(address);
    expect(await choose()).toBe(address);
  });

  it('belongs to one script', async () => {
    await choose(address);
    expect(await choose(undefined, { scriptId: 'script-2' })).toBeUndefined();
    await choose('https://other.run.app', { scriptId: 'script-2' });
    expect(await choose()).toBe(address);
  });

  it('is replaced by another and forgotten on demand', async () => {
    await choose(address);
    expect(await choose('https://new.run.app')).toBe('https://new.run.app');
    expect(await choose(undefined, { none: true })).toBeUndefined();
    expect(await choose()).toBeUndefined();
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({});
  });

  it('must be https, and is not remembered otherwise', async () => {
    for (const wrong of ['http://rowbook.run.app', 'rowbook.run.app', '']) {
      await expect(choose(wrong)).rejects.toThrow(PushError);
    }
    await rm(file, { force: true });
    expect(await choose()).toBeUndefined();
  });

  it('in a file that cannot be read stops the push instead of being lost', async () => {
    await writeFile(file, '{"script-1": ');
    await expect(choose()).rejects.toThrow(PushError);
  });

  it('stands in a file that git ignores', () => {
    expect(execFileSync('git', ['check-ignore', '.function.local.json'], { cwd: root, encoding: 'utf8' })).toContain(
      '.function.local.json',
    );
  });
});
