// A function or value is exported because another file uses it; a barrel that passes it on does not count. Types may be
// exported to describe what a function takes or answers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/build/files';
import { sources, text } from './sources';

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, 'test', file), 'utf8'));

/** The public functions of the add-on: Apps Script is who uses them. */
const publicList = 'src/index.ts';

const words = (code: string) => new Set(code.match(/[\w$]+/g));

/** Words of each file; of a barrel only what it declares itself. */
const wordsOf = new Map(
  sources.map((file) => {
    const passedOn = file.endsWith('/index.ts') && file !== publicList;
    return [file, words(passedOn ? text(file).replace(/^export [^;]*? from '[^']+';/gm, '') : text(file))];
  }),
);
const wordsOfTests = words(tests.join('\n'));

it('what is exported is used by another file', () => {
  const unused = sources
    .filter((file) => /^(src|functions|sidebar)\//.test(file) && file !== publicList)
    .flatMap((file) =>
      [...text(file).matchAll(/^export (?:async )?(?:function|const|class)\s+([\w$]+)/gm)]
        .map((match) => match[1] ?? '')
        .filter((name) => !wordsOfTests.has(name))
        .filter((name) => ![...wordsOf].some(([other, known]) => other !== file && known.has(name)))
        .map((name) => `${file}: ${name}`),
    );
  expect(unused).toEqual([]);
});
