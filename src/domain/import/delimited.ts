// Text of a CSV file or of a block copied from a sheet → rows of cells. What the cells mean is found out later.
import Papa from 'papaparse';

/** What may part the cells of a row. */
export const separators = [',', ';', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export interface Delimited {
  readonly separator: Separator;
  /** Of different length, as they stand; blank rows at the end are gone. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based row whose quote is never closed: everything from there on became one cell. */
  readonly openQuote?: number;
}

/** Characters that are enough to see how a text is parted. */
const sampleLength = 100_000;
const sampleRows = 200;

/** The rows of a text; `separator` left out: the one that fits best. */
export function readDelimited(text: string, separator: Separator = separatorOf(text)): Delimited {
  const { data, errors } = parse(text, separator);
  let height = data.length;
  while (height > 0 && data[height - 1]?.every((cell) => cell === '')) height -= 1;
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  return { separator, rows: data.slice(0, height), ...(open ? { openQuote: (open.row ?? 0) + 1 } : {}) };
}

/** As `readDelimited`, of a block from the clipboard: spreadsheets part its cells by tabs. One column may hold commas. */
export function readPasted(text: string): Delimited {
  if (text.includes('\t')) return readDelimited(text, '\t');
  const guessed = separatorOf(text);
  const header = /^.*/m.exec(text.trimStart())?.[0] ?? '';
  // “Berg, Anna” below “Name” is one cell; in text parted by commas the header has them too.
  return readDelimited(text, header.includes(guessed) ? guessed : '\t');
}

/** The separator that gives most rows the same number of cells; of several the one that gives more. A comma where none parts anything. */
function separatorOf(text: string): Separator {
  const sample = text.slice(0, sampleLength);
  let best: { separator: Separator; rows: number; width: number } = { separator: ',', rows: 0, width: 1 };
  for (const separator of separators) {
    const widths = new Map<number, number>();
    for (const { length } of parse(sample, separator, sampleRows).data)
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const [width, rows] = [...widths].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0]);
    if (rows > best.rows || (rows === best.rows && width > best.width)) best = { separator, rows, width };
  }
  return best.separator;
}

function parse(text: string, delimiter: Separator, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(sameLineEnds(text), { delimiter, newline: '\n', preview });
}

/** Rows that end in CRLF or CR end in LF, whichever the others end in; breaks inside of quotes stay what they are. */
function sameLineEnds(text: string): string {
  if (!text.includes('\r')) return text;
  return text.replace(/(?<=^|[,;\t|\r\n"])"[^"]*"|\r\n?/g, (part) => (part.startsWith('"') ? part : '\n'));
}
