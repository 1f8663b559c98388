// Columns as a spreadsheet names them.

/** Letters of a column, from 1: 1 → A, 26 → Z, 27 → AA. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
