// Headings that stand in more than one row, or over more than one column: in a sheet they are merged cells, of which only the
// first has a text.
import { isEmail } from '../email';
import { normalHeader } from './header-text';
import { cellText, looksLikeValue, type SourceCell } from './source';

type Row = readonly SourceCell[];
type IsKnown = (header: string) => boolean;

/** The headings by column ('' where there is none), and the index of the last row of them. */
export interface Headings {
  readonly texts: readonly string[];
  readonly last: number;
}

const textAt = (row: Row | undefined, column: number) => cellText(row?.[column]).replace(/\s+/g, ' ');

/** The headings around the header row at `index`. */
export function headingsAt(rows: readonly Row[], index: number, isKnown: IsKnown): Headings {
  const header = rows[index] ?? [];
  const below = rows[index + 1];
  if (below && isSecondRow(header, below, isKnown)) return { texts: joined(header, below, isKnown), last: index + 1 };
  const above = rows[index - 1];
  const isGrouped = above !== undefined && above.filter((cell) => cellText(cell) !== '').length > 1;
  return {
    texts: isGrouped ? joined(above, header, () => true) : header.map((_, at) => textAt(header, at)),
    last: index,
  };
}

/** Whether a row holds names for the columns that the header has one name for. */
function isSecondRow(header: Row, row: Row, isKnown: IsKnown): boolean {
  const filled = row.flatMap((cell, column) => (cellText(cell) === '' ? [] : [{ cell, column }]));
  if (filled.length === 0 || filled.some(({ cell }) => looksLikeValue(cell))) return false;
  const isBelowNone = ({ column }: { column: number }) => textAt(header, column) === '';
  if (!filled.some(isBelowNone)) return false;
  const isBelowWide = ({ column }: { column: number }) => textAt(header, column + 1) === '' && column + 1 < row.length;
  const areNames = filled.length > 1 && filled.every(({ cell }) => isKnown(normalHeader(cellText(cell))));
  return areNames || filled.every((one) => isBelowNone(one) || isBelowWide(one));
}

/** The lower row's names, with the upper's before those that say too little alone: that stand twice, or that nobody knows. */
function joined(upper: Row, lower: Row, isKnown: IsKnown): string[] {
  const names = lower.map((_, column) => normalHeader(textAt(lower, column)));
  let group = '';
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [over, own] = [textAt(upper, column), textAt(lower, column)];
    if (over !== '') group = over;
    if (own === '') return over;
    const name = names[column] ?? '';
    const isPlain = isKnown(name) && names.indexOf(name) === names.lastIndexOf(name);
    return isPlain || group === '' ? own : `${group} ${own}`;
  });
}

/** A phone number as people write it, or at least nothing else. */
export function looksLikePhone(text: string): boolean {
  return (
    /^[+(]?[\d\s().\-/x]{7,}$/.test(text) && text.replace(/\D/g, '').length >= 7 && !/^\d{4}-\d{2}-\d{2}/.test(text)
  );
}

/** Whether a column without a heading goes on with the one to its left: phones beside phones, addresses beside addresses. */
export function goesOn(left: readonly SourceCell[], right: readonly SourceCell[]): boolean {
  return [isEmail, looksLikePhone].some((test) => [left, right].every((cells) => mostly(cells, test)));
}

function mostly(cells: readonly SourceCell[], test: (text: string) => boolean): boolean {
  const texts = cells.map((cell) => cellText(cell)).filter((text) => text !== '');
  return texts.length > 0 && texts.filter(test).length > texts.length * 0.8;
}
