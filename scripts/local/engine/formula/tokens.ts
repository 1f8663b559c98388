// The pieces of a formula's text. Kept with their exact spelling, so that references can be rewritten and the rest stays.
import { columnName, columnNumber } from '../a1';

/** One end of a reference; an open end lacks its row or its column. */
export interface ReferenceEnd {
  row?: number;
  column?: number;
  rowFixed: boolean;
  columnFixed: boolean;
}

/** `'My tab'!$A1:B$2` taken apart. */
export interface Reference {
  /** Null: the formula's own tab. */
  title: string | null;
  /** The prefix as written, with its `!`. */
  prefix: string;
  start: ReferenceEnd;
  /** Absent for a single cell. */
  end?: ReferenceEnd;
}

export type Token =
  | { kind: 'space' | 'string' | 'name' | 'operator' | 'error' | 'number'; text: string }
  | { kind: 'reference'; text: string; reference: Reference };

const SHEET = `(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!`;
const CELL = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d*';
const COLUMN = '\\$?[A-Za-z]{1,3}';
const ROW = '\\$?[1-9]\\d*';
const END = '(?![\\p{L}\\p{N}_(.!])';

const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['error', new RegExp(`(?:${SHEET})?#(?:REF!|N/A|NAME\\?|VALUE!|DIV/0!|NUM!|NULL!|ERROR!)`, 'uy')],
  [
    'reference',
    new RegExp(
      `(?:${SHEET})?(?:${CELL}:(?:${CELL}|${COLUMN})|${COLUMN}:(?:${CELL}|${COLUMN})|${ROW}:${ROW}|${CELL})${END}`,
      'uy',
    ),
  ],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>(),;{}%]/uy],
];

const DECIMAL_COMMA = /\d+,\d+/uy;

/** Splits a formula's text (without the leading `=`). Null when some character belongs nowhere. */
export function tokenize(text: string, decimalComma: boolean): Token[] | null {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const token = tokenAt(text, position, decimalComma);
    if (!token) return null;
    tokens.push(token);
    position += token.text.length;
  }
  return tokens;
}

function tokenAt(text: string, position: number, decimalComma: boolean): Token | null {
  const comma = decimalComma ? matchAt(DECIMAL_COMMA, text, position) : null;
  if (comma !== null) return { kind: 'number', text: comma };
  for (const [kind, pattern] of PATTERNS) {
    const found = matchAt(pattern, text, position);
    if (found === null) continue;
    return kind === 'reference' ? { kind, text: found, reference: parseReference(found) } : { kind, text: found };
  }
  return null;
}

function matchAt(pattern: RegExp, text: string, position: number): string | null {
  pattern.lastIndex = position;
  return pattern.exec(text)?.[0] ?? null;
}

function parseReference(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const prefix = text.slice(0, bang + 1);
  const [start = '', end] = text.slice(bang + 1).split(':');
  const bare = prefix.slice(0, -1);
  const title = bare.startsWith("'") ? bare.slice(1, -1).replaceAll("''", "'") : bare;
  return {
    title: prefix === '' ? null : title,
    prefix,
    start: parseEnd(start),
    ...(end === undefined ? {} : { end: parseEnd(end) }),
  };
}

function parseEnd(text: string): ReferenceEnd {
  const [, columnSign = '', letters, rowSign = '', digits] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  // `$5` has no letters, so its sign is the row's.
  const rowFixed = letters ? rowSign === '$' : columnSign === '$' || rowSign === '$';
  return {
    rowFixed,
    columnFixed: letters ? columnSign === '$' : false,
    ...(letters ? { column: columnNumber(letters) } : {}),
    ...(digits ? { row: Number(digits) } : {}),
  };
}

/** The reference as text again. */
export function writeReference({ prefix, start, end }: Reference): string {
  return `${prefix}${writeEnd(start)}${end ? `:${writeEnd(end)}` : ''}`;
}

function writeEnd({ row, column, rowFixed, columnFixed }: ReferenceEnd): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  const digits = row === undefined ? '' : `${rowFixed ? '$' : ''}${row}`;
  return letters + digits;
}
