// The README's list of report figures, written from the catalogue so that it cannot drift.
import { definitions, type Unit } from '../../src/domain/reports';

const units: { readonly [unit in Unit]: string } = {
  deals: 'deals',
  money: 'money',
  ratio: 'percent',
  days: 'days',
};
const begin = '<!-- definitions -->';
const end = '<!-- /definitions -->';

/** A table of every figure: name, unit, definition. */
export function reportDocs(): string {
  const rows = definitions.map(({ name, unit, definition }) => `| ${name} | ${units[unit]} | ${definition} |`);
  return ['| Figure | In | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with the table between its two marks. Throws when a mark is missing. */
export function withReportDocs(readme: string): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no place for the figures: ${begin} … ${end}`);
  return `${readme.slice(0, from + begin.length)}\n${reportDocs()}\n${readme.slice(to)}`;
}
