// The house rules of ARCHITECTURE.md, checked on the sources: imports point inward, and only the add-on's outer folders
// name an Apps Script service.
import { describe, expect, it } from 'vitest';
import { importsIn, sources, text } from './sources';

/** Code without comments and strings, roughly: enough to look for a global's name. */
function bareCode(file: string): string {
  return text(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

/** Where a file of each area may import from, besides its own area: one row for each of ARCHITECTURE.md's table. */
const areas: { area: string; may: RegExp }[] = [
  { area: 'src/domain/', may: /^papaparse(\/|$)/ },
  { area: 'src/workbook/', may: /^src\/domain\// },
  { area: 'src/mail/', may: /^src\/(domain|workbook)(\/|$)/ },
  { area: 'src/remote/', may: /^src\/(domain|workbook)(\/|$)/ },
  { area: 'src/triggers/', may: /^src\/(domain|workbook|mail|remote)(\/|$)/ },
  { area: 'src/rpc/', may: /^src\/(domain|workbook|mail|remote)(\/|$)/ },
  { area: 'src/index.ts', may: /^src\/(workbook|rpc|triggers)(\/|$)/ },
  { area: 'sidebar/', may: /^(src\/domain\/|src\/rpc\/contract(-[a-z-]+)?$|preact)/ },
  { area: 'functions/', may: /^(src\/domain\/|node:|hono|@hono\/|zod|jose|google|preact|d3-)/ },
];

/** Whether a file may import this project path or package. Whatever stands in no area may import anything but tests. */
function mayImport(file: string, target: string): boolean {
  const row = areas.find(({ area }) => file.startsWith(area));
  if (row) return target.startsWith(row.area) || row.may.test(target);
  return !target.startsWith('test/');
}

const services =
  /\b(SpreadsheetApp|MailApp|GmailApp|CalendarApp|UrlFetchApp|PropertiesService|CacheService|LockService|ScriptApp|Session|Utilities|HtmlService|ContentService)\s*\./;

describe('imports', () => {
  it('point inward, and none leads into tests', () => {
    const wrong = sources.flatMap((file) =>
      importsIn(file, text(file))
        .filter(({ target }) => !mayImport(file, target))
        .map(({ target }) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of every folder of the add-on have a row', () => {
    const without = sources.filter(
      (file) => /^(src|sidebar|functions)\//.test(file) && !areas.some(({ area }) => file.startsWith(area)),
    );
    expect(without).toEqual([]);
  });

  it.each([
    ['src/mail/digests.ts', 'src/rpc/contract'],
    ['src/mail/digests.ts', 'src/remote'],
    ['src/remote/index.ts', 'src/mail/outbox'],
    ['src/remote/index.ts', 'src/triggers/grid'],
    ['src/rpc/save.ts', 'src/triggers/hourly'],
    ['src/triggers/hourly.ts', 'src/rpc/reply'],
    ['src/workbook/commit.ts', 'src/mail/outbox'],
    ['src/domain/merge.ts', 'src/workbook'],
    ['sidebar/call.ts', 'src/rpc/reply'],
    ['scripts/screenshots.ts', 'test/e2e/workbook-page'],
  ])('from %s to %s would be found', (file, target) => {
    expect(mayImport(file, target)).toBe(false);
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
