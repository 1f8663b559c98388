// A CSV that a spreadsheet opens without running anything, and that any reader reads back.
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportCsv } from '../../functions/report-csv';
import { csvCell } from '../../src/domain/csv';
import { pipelineReport } from '../../src/domain/reports';
import { deal, source } from '../domain/reports/deals';

const strings = new URL('../../../shared/data/naughty-strings/blns.json', import.meta.url);
const present = existsSync(strings);

const parsed = (csv: string) => Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { skipEmptyLines: true });

describe('a cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    [' =1', "' =1"],
    ['"=1"', '"\'""=1"""'],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['a, b', '"a, b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['plain', 'plain'],
    ['', ''],
    [-5.25, '-5.25'],
    [null, ''],
  ])('%j is written %j', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});

describe('the report as CSV', () => {
  it('has one shape of row, CRLF, and exact numbers', () => {
    const csv = reportCsv(pipelineReport(source([deal({ stage: 'Won', amount: 1234.56, owner: 'Ann, the "boss"' })])));
    const { data, errors } = parsed(csv);
    expect(errors).toEqual([]);
    expect(new Set(data.map((row) => row.length))).toEqual(new Set([6]));
    expect(data).toContainEqual(['Figure', '', 'Won value', 'Value', '1234.56', 'USD']);
    expect(data).toContainEqual(['Owner', 'Ann, the "boss"', 'Ann, the "boss"', 'Won deals', '1', 'deals']);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.skipIf(!present)(
    `keeps hostile names harmless and readable${present ? '' : ' (skipped: ../shared/data/naughty-strings is not on this machine)'}`,
    () => {
      const names: string[] = JSON.parse(readFileSync(strings, 'utf8'));
      const deals = names.map((name) => deal({ owner: name, stage: name, pipeline: name, source: name }));
      const won = names.map((owner) => deal({ owner, stage: 'Won', amount: 1 }));
      const { data, errors } = parsed(reportCsv(pipelineReport(source([...deals, ...won]))));
      expect(errors).toEqual([]);
      for (const cell of data.flat()) {
        if (!Number.isFinite(Number(cell))) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }
      const written = new Set(data.filter(([table]) => table === 'Owner').map(([, owner]) => owner));
      for (const name of names.filter((text) => text.trim() !== '')) {
        const cell = name.trim();
        expect(written.has(cell) || written.has(`'${cell}`) || hasOtherCase(written, cell)).toBe(true);
      }
    },
  );
});

/** Names that differ only in case are one person, under the spelling that came first. */
function hasOtherCase(written: ReadonlySet<string | undefined>, name: string): boolean {
  const wanted = name.toLowerCase();
  return [...written].some((one) => one?.toLowerCase().trim() === wanted || one?.toLowerCase().trim() === `'${wanted}`);
}
