// Cells of the grid by row and column, both 1-based, and their A1 names.

export interface Place {
  row: number;
  column: number;
}

/** A rectangle of cells, corners included. */
export interface Span {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `A` for 1, `AA` for 27. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

export function a1({ row, column }: Place): string {
  return `${letters(column)}${row}`;
}

/** `B2`, or `B2:C5` for more than one cell. */
export function spanA1(span: Span): string {
  const start = a1({ row: span.top, column: span.left });
  const end = a1({ row: span.bottom, column: span.right });
  return start === end ? start : `${start}:${end}`;
}

/** The place an address like `b12` names, or null. */
export function parseA1(text: string): Place | null {
  const match = /^\s*([a-z]{1,3})([1-9]\d*)\s*$/i.exec(text);
  if (!match?.[1] || !match[2]) return null;
  const column = [...match[1].toUpperCase()].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(match[2]), column };
}
