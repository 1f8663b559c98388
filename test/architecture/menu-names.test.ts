// A message that sends somebody to the Rowbook menu names an item that stands there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../scripts/build/files';
import * as de from '../../sidebar/words/de';
import * as en from '../../sidebar/words/en';

const text = (file: string) => readFileSync(join(root, file), 'utf8');

const items: readonly string[] = [...Object.values(en.menu), ...Object.values(de.menu)];

const files = [
  ...['src', 'sidebar', 'functions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  ),
  ...readdirSync(root).filter((file) => file.endsWith('.md')),
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

it('“Rowbook → …” and “Set up …” are the menu’s own words', () => {
  expect(items).toContain('Set up this workbook');
  const wrong = files.flatMap((file) =>
    [...text(file).matchAll(/Rowbook → ([^\n]*)|\b(Set up [^\n]*)/g)]
      .map((match) => match[1] ?? match[2] ?? '')
      .filter((said) => !items.some((item) => said.startsWith(item)))
      .map((said) => `${file}: ${said}`),
  );
  expect(wrong).toEqual([]);
});
