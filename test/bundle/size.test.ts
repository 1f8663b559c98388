// How large the compiled add-on may be: each execution loads Code.js anew, and each opening of the sidebar its page.
import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '../../scripts/build/files';

it.each([
  ['Code.js', 300 * 1024],
  ['plan-import.html', 100 * 1024],
  ['sidebar.html', 200 * 1024],
])('%s has at most %i bytes', (name, most) => {
  const { size } = statSync(inProject(`dist/addon/${name}`));
  expect(size).toBeGreaterThan(10 * 1024);
  expect(size).toBeLessThanOrEqual(most);
});
