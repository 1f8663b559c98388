// Nothing that comes in, from a caller or from a cell, brings the function down.
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../functions/google-sheets';
import { fieldsOf, tabs } from '../../src/domain/schema';
import { appUnderTest } from './app-under-test';
import { fakeWorkbook, ledgerTab, schemaTab } from './fake-sheets';

const as = 'ada@rowbook.example';
const strings = new URL('../../../shared/data/naughty-strings/blns.json', import.meta.url);
const naughty: string[] = existsSync(strings)
  ? JSON.parse(readFileSync(strings, 'utf8'))
  : ['=1+1', '<script>alert(1)</script>', '__proto__', '\u202e', '0/0'];

const deal = { id: 'D-1', name: 'One', stage: 'Lead' };
const workbook = () =>
  fakeWorkbook([
    schemaTab('deals', [deal]),
    schemaTab('contacts', []),
    ledgerTab('deals', [{ id: 'D-1', version: 1, state: deal }]),
  ]);

const word = fc.oneof(fc.constantFrom(...naughty), fc.string({ unit: 'binary', maxLength: 40 }));

async function check(response: Response): Promise<void> {
  expect(response.status).toBeLessThan(500);
  if (response.status >= 400) expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
}

describe('a hostile request', () => {
  it('at any address gets an answer below 500', async () => {
    const app = appUnderTest(workbook());
    const pieces = fc.constantFrom(
      'v1',
      'workbooks',
      'w1',
      'reports',
      'pipeline',
      'changes:validate',
      'r',
      '%',
      '..',
      '%00',
    );
    const path = fc
      .tuple(fc.array(fc.oneof(pieces, word.map(encodeURIComponentSafely)), { maxLength: 6 }), word)
      .map(
        ([parts, query]) =>
          `/${parts.join('/')}?owner=${encodeURIComponentSafely(query)}&from=${encodeURIComponentSafely(query)}`,
      );
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom(undefined, {}), async (address, body) => {
        await check(await app.ask(address, { as, ...(body === undefined ? {} : { body }) }));
      }),
      { numRuns: 300 },
    );
  });

  it('with any filter gets the report, without any of it as markup', async () => {
    const app = appUnderTest(workbook());
    for (const text of naughty.slice(0, 200)) {
      const query = new URLSearchParams({ owner: text.slice(0, 190), source: text.slice(0, 190), format: 'html' });
      const response = await app.ask(`/v1/workbooks/w1/reports/pipeline?${query}`, { as });
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/<(script|img|iframe|svg on|a href="javascript)/i);
    }
  });

  it('with any change gets a verdict or a problem', async () => {
    const value = fc.oneof(word, fc.double(), fc.boolean(), fc.constant(null), fc.array(word, { maxLength: 3 }));
    const keys = fc.oneof(
      fc.constantFrom(...fieldsOf('deals').map(([key]) => key), '__proto__', 'custom:X', 'constructor'),
      word,
    );
    const change = fc.record(
      {
        tab: fc.constantFrom('deals', 'contacts', 'products', 'team', '__proto__'),
        id: fc.oneof(fc.constantFrom('D-1', 'D-2', 'D-999999999', 'C-1', ''), word),
        baseVersion: fc.oneof(fc.integer(), fc.double()),
        base: fc.dictionary(keys, value, { maxKeys: 3 }),
        changes: fc.oneof(fc.dictionary(keys, value, { maxKeys: 4 }), value),
        overwrite: fc.array(word, { maxLength: 2 }),
      },
      { requiredKeys: ['tab', 'changes'] },
    );
    const app = appUnderTest(workbook());
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
        await check(await app.ask('/v1/workbooks/w1/changes:validate', { as, body: { changes } }));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a hostile workbook', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    word,
    fc.double({ noNaN: true }),
    fc.constantFrom<Cell>(null, true, false, '#REF!', -1, 1e300, 2_958_466, ''),
  );

  it('still gives a report in every form', async () => {
    const row = (width: number) => fc.array(cell, { minLength: width, maxLength: width });
    const width = fieldsOf('deals').length;
    const rows = fc.tuple(
      fc.array(row(width), { maxLength: 12 }),
      fc.array(row(fieldsOf('settings').length), { maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(rows, async ([deals, settings]) => {
        const book = workbook();
        book.tabs[2]?.rows.push(...deals);
        book.tabs[1]?.rows.push(...settings);
        const app = appUnderTest(book);
        for (const format of ['json', 'csv', 'html']) {
          const response = await app.ask(`/v1/workbooks/w1/reports/pipeline?format=${format}`, { as });
          expect([response.status, format]).toEqual([200, format]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('with a currency, locale and zone that are none still gives a page', async () => {
    const book = workbook();
    book.locale = '<b>_not a locale';
    book.timeZone = 'Nowhere/<i>';
    const header = book.tabs[1]?.rows[0] ?? [];
    const settings = Object.values(tabs.settings.fields).map(({ header: name }) => header.indexOf(name));
    const currency = book.tabs[1]?.rows.find((cells) => cells[settings[0] ?? 0] === 'Workbook currency');
    currency?.splice(settings[2] ?? 2, 1, '<u>dollars');
    const response = await appUnderTest(book).ask('/v1/workbooks/w1/reports/pipeline?format=html', { as });
    expect(response.status).toBe(200);
    expect(await response.text()).not.toMatch(/<(b|i|u)>/i);
  });
});

/** As a browser would, but lone surrogates and all. */
function encodeURIComponentSafely(text: string): string {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '?')).replaceAll('%2F', '/');
}
