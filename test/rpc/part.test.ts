// The part of the sidebar that reads signatures, as the compiled add-on hands it over: a script that runs by itself, and costs nothing
// in the workbook.
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadSignature } from '../../src/domain/signature';
import { admin, openWorld, type World } from '../workbook/world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('is one script that reads a signature, without a read or a write of cells', async () => {
  const call = { function: 'part', args: [{ name: 'signature' }], user: admin, source: 'client' } as const;
  const { result, calls } = await world.runtime.run(call);
  expect([calls.reads, calls.writes]).toEqual([0, 0]);
  const [, script = ''] = /^<script>(.*)<\/script>$/s.exec((result as { value: string }).value) ?? [];
  const window: { rowbookSignature?: { readSignature: (text: string) => ReadSignature } } = {};
  runInNewContext(script, { window });
  expect(window.rowbookSignature?.readSignature('Ann Lee <ann@lee.example>').fields.lastName).toBe('Lee');
});
