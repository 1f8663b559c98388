// docs/grid.md promises a test for each of its rows: none of them may be missing, and no test may be left out of the table.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inProject } from '../../scripts/build/files';

const family = inProject('test/grid');

/** `columns: a column is renamed` for each case of the family. */
function cases(): string[] {
  return readdirSync(family)
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(join(family, file), 'utf8').matchAll(/^it(?:\.\w+\([^)]*\))?\(\s*['`]([^'`$]+)/gm)].map(
        ([, title]) => `${file.replace('.test.ts', '')}: ${title}`,
      ),
    );
}

/** What the table's rows name in their last cell. */
function named(): string[] {
  const lines = readFileSync(inProject('docs/grid.md'), 'utf8').split('\n');
  const rows = lines.filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.endsWith('| Test |'));
  return rows.map((line) => line.split('|').at(-2)?.trim() ?? '');
}

it('each row of docs/grid.md names a test that there is, and each test of test/grid has its row', () => {
  expect(named().length).toBeGreaterThan(30);
  expect([...named()].sort()).toEqual([...cases()].sort());
});
