// Text as spreadsheets exchange it: tab-separated rows, quoted where a cell holds a tab, a line break or a quote.

export function toTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** Rows of a pasted text; a quote counts as one only where a cell begins with it and it is closed again. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (;;) {
    const row = rows[rows.length - 1];
    const quoted = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(rest);
    const cell = quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (/^[^\t\n]*/.exec(rest)?.[0] ?? '');
    row?.push(cell);
    rest = rest.slice(quoted ? quoted[0].length : cell.length);
    if (rest === '') return rows;
    if (rest[0] === '\n') rows.push([]);
    rest = rest.slice(1);
  }
}
