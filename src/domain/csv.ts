// Tables as CSV for other programs: RFC 4180, and safe to open in a spreadsheet.

export type CsvCell = string | number | null;

/** A whole file. Lines end with CRLF; UTF-8 with a byte order mark, without which Excel reads another encoding. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * One cell. Text that a spreadsheet could take for a formula gets an apostrophe in front, also when only quotes or blanks
 * stand before the sign (https://owasp.org/www-community/attacks/CSV_Injection). Numbers stay numbers, and a phone number keeps
 * its plus: it could be taken for a number at most.
 */
export function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const isPhone = /^\+\d[\d ]{5,18}$/.test(cell);
  const isRisky = !isPhone && /^[\s"']*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(cell);
  const safe = isRisky ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}
