// The house rules of ARCHITECTURE.md, checked on the sources: imports point inward, and only the add-on's outer folders
// name an Apps Script service.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/build/files';

const sources = ['src', 'sidebar', 'functions', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

const text = (file: string) => readFileSync(join(root, file), 'utf8');

/** Code without comments and strings, roughly: enough to look for a global's name. */
function bareCode(file: string): string {
  return text(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** What a file imports: project paths from the root, or a package's name. */
function imports(file: string): string[] {
  const found = [...text(file).matchAll(/(?<!['.\w])(?:from\s+|import\s+|import\(\s*)'([^'\n]+)'/g)].map(
    (match) => match[1] ?? '',
  );
  return found.map((target) =>
    target.startsWith('.') ? relative(root, resolve(root, dirname(file), target)) : target,
  );
}

/** Where a file of each area may import from, besides its own area. The first match counts. */
const areas: { area: string; may: RegExp }[] = [
  { area: 'src/domain/', may: /^(fastest-levenshtein|papaparse)/ },
  { area: 'src/workbook/', may: /^src\/domain/ },
  { area: 'src/', may: /^(src\/|preact)/ },
  { area: 'sidebar/', may: /^(src\/domain|src\/rpc\/contract$|preact)/ },
  { area: 'functions/', may: /^(src\/domain|node:|hono|@hono\/|zod|jose|google|preact|d3-)/ },
];

const services =
  /\b(SpreadsheetApp|MailApp|GmailApp|CalendarApp|UrlFetchApp|PropertiesService|CacheService|LockService|ScriptApp|Session|Utilities|HtmlService|ContentService)\s*\./;

describe('imports', () => {
  it('point inward', () => {
    const wrong = sources.flatMap((file) => {
      const rule = areas.find(({ area }) => file.startsWith(area));
      if (!rule) return [];
      return imports(file)
        .filter((target) => !target.startsWith(rule.area) && !rule.may.test(target))
        .map((target) => `${file} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('never lead from the add-on, the sidebar or the function into scripts or tests', () => {
    const wrong = sources
      .filter((file) => !file.startsWith('scripts/'))
      .flatMap((file) =>
        imports(file)
          .filter((target) => /^(scripts|test)\//.test(target))
          .map((target) => `${file} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('Apps Script services', () => {
  it('are named nowhere in domain, sidebar and functions', () => {
    const wrong = sources.filter(
      (file) => /^(src\/domain|sidebar|functions)\//.test(file) && services.test(bareCode(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('SpreadsheetApp is named in src/workbook only', () => {
    const wrong = sources.filter(
      (file) =>
        file.startsWith('src/') && !file.startsWith('src/workbook/') && /\bSpreadsheetApp\b/.test(bareCode(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('domain knows no clock, no chance and no host', () => {
    const wrong = sources.filter(
      (file) =>
        file.startsWith('src/domain/') && /\bDate\.now\b|new Date\(\)|Math\.random|\bprocess\./.test(bareCode(file)),
    );
    expect(wrong).toEqual([]);
  });
});
