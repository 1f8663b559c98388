// Rows below a header that are no records: sums, averages, counts, and what a report says at its foot.

import { decimalMark, parseMoney } from './numbers';
import type { SourceRow } from './source';
import { cellText, type SourceCell } from './source';

const word =
  'grand totals?|sub-? ?totals?|totals?|sums?|averages?|avg|mean|counts?|gesamt|gesamtsumme|zwischensumme|summe|insgesamt|durchschnitt|mittelwert|anzahl|totale|totaal|somme';
const thing =
  'deals?|leads?|contacts?|companies|customers?|accounts?|rows?|records?|amounts?|values?|revenue|pipeline|price';
/** “Total”, “Grand total:”, “Total amount”, “Total (52 records)”, “Count: 52”. */
const label = new RegExp(
  `^(?:${word})(?: (?:of )?(?:${thing}))?\\s*(:?\\s*\\(?\\d[\\d.,]*(?: (?:${thing}))?\\)?|:)?$`,
  'i',
);

const isNumber = (cell: SourceCell) =>
  typeof cell === 'number' || /^[-(\s]*\p{Sc}?\s*[-(]?\d[\d.,'’\s]*\)?\s*(?:%|\p{Sc}|[A-Z]{3})?$/u.test(cellText(cell));

const foot = /[:©]|\(c\)|confidential|copyright|generated|exported|filtered|rights reserved/i;

const filledIn = ({ cells }: SourceRow) => cells.filter((cell) => cellText(cell) !== '');

/** The rows that are no records, in order. `width`: how many columns have a heading. */
export function noRecords(rows: readonly SourceRow[], width: number): SourceRow[] {
  const last = new Set<SourceRow>();
  const isSum = sumsOf(rows, width);
  for (let at = rows.length - 1; at > 0; at--) {
    const row = rows[at];
    if (!row || !(isTotal(row, true) || isSum(row) || isFoot(rows, at, width))) break;
    last.add(row);
  }
  return rows.filter((row) => last.has(row) || isTotal(row, false));
}

/** A word for a sum, and nothing but numbers besides. At the end of the list the number may stand in the same cell. */
function isTotal(row: SourceRow, isLast: boolean): boolean {
  const [first, ...others] = filledIn(row);
  const match = first === undefined ? null : label.exec(cellText(first).replace(/\s+/g, ' '));
  if (!match) return false;
  return others.length > 0 ? others.every(isNumber) : isLast && match[1] !== undefined;
}

/** Tells rows that hold nothing but numbers, one of them the sum of its column above. */
function sumsOf(rows: readonly SourceRow[], width: number): (row: SourceRow) => boolean {
  return (row) => {
    const filled = row.cells.flatMap((cell, column) => (cellText(cell) === '' ? [] : [{ cell, column }]));
    if (filled.length === 0 || filled.length > width / 2 || !filled.every(({ cell }) => isNumber(cell))) return false;
    const above = rows.slice(0, rows.indexOf(row)).filter((other) => !isTotal(other, false));
    return filled.some(({ cell, column }) => {
      const cells = above.map((other) => other.cells[column] ?? null);
      const mark = decimalMark(cells);
      const amounts = cells.flatMap((one) => parseMoney(one, mark)?.amount ?? []);
      const sum = amounts.reduce((all, amount) => all + amount, 0);
      return amounts.length > 1 && Math.abs(sum - (parseMoney(cell, mark)?.amount ?? Number.NaN)) < 0.005;
    });
  };
}

/** One cell of prose below a blank row, in a list of several columns; what follows it as well. */
function isFoot(rows: readonly SourceRow[], at: number, width: number): boolean {
  const row = rows[at];
  if (!row || width < 3) return false;
  const filled = filledIn(row);
  const text = cellText(filled[0] ?? null);
  if (filled.length !== 1 || !(foot.test(text) || text.length > 60)) return false;
  const before = rows[at - 1];
  if (!before) return false;
  return before.row < row.row - 1 || isFoot(rows, at - 1, width);
}
