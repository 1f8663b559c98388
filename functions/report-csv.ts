// The pipeline report as CSV: one long table that any program can pivot. RFC 4180, and safe to open in a spreadsheet.
import { type CsvCell, csvText } from '../src/domain/csv';
import { definitions, type PipelineReport } from '../src/domain/reports';

const header = ['Table', 'Group', 'Name', 'Measure', 'Value', 'Unit'] as const;

/** The report as a file's text (`csvText`). */
export function reportCsv(report: PipelineReport): string {
  const money = report.currency;
  const rows: CsvCell[][] = [
    [...header],
    ['Report', '', 'Made for', 'Day', report.today, 'date'],
    ...Object.entries(report.filters).map(([filter, value]) => ['Report', '', 'Filter', filter, String(value), 'text']),
    ...report.figures.map(({ name, unit, value }) => [
      'Figure',
      '',
      name,
      'Value',
      value,
      unit === 'money' ? money : unit,
    ]),
    ...report.stages.flatMap(({ pipeline, stage, count, value, unknown, weighted }) => [
      ['Stage', pipeline, stage, 'Deals', count, 'deals'],
      ['Stage', pipeline, stage, 'Value', value, money],
      ['Stage', pipeline, stage, 'Without an amount', unknown, 'deals'],
      ['Stage', pipeline, stage, 'Weighted', weighted, money],
    ]),
    ...report.forecast.flatMap(({ month, count, value, unknown, weighted }) => [
      ['Forecast', '', month ?? 'No close date', 'Deals', count, 'deals'],
      ['Forecast', '', month ?? 'No close date', 'Value', value, money],
      ['Forecast', '', month ?? 'No close date', 'Without an amount', unknown, 'deals'],
      ['Forecast', '', month ?? 'No close date', 'Weighted', weighted, money],
    ]),
    ...report.owners.flatMap((line) => {
      const name = line.name || 'No owner';
      return [
        ['Owner', line.owner, name, 'Open deals', line.open, 'deals'],
        ['Owner', line.owner, name, 'Open value', line.openValue, money],
        ['Owner', line.owner, name, 'Weighted forecast', line.weighted, money],
        ['Owner', line.owner, name, 'Won deals', line.won, 'deals'],
        ['Owner', line.owner, name, 'Lost deals', line.lost, 'deals'],
        ['Owner', line.owner, name, 'Win rate', line.winRate, 'ratio'],
        ['Owner', line.owner, name, 'Won value', line.wonValue, money],
        ['Owner', line.owner, name, 'Average won deal', line.averageWon, money],
      ];
    }),
    ...report.leftOut.map(({ reason, message, count }) => ['Left out', reason, message, 'Deals', count, 'deals']),
    ...definitions.map(({ name, definition }) => ['Definition', '', name, 'Text', definition, 'text']),
  ];
  return csvText(rows);
}
