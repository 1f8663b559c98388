// Requests about cells: writing them with formats, validation, find and replace.
import { z } from 'zod';
import type { CellPatch, Rect, Session } from '../../engine/types';
import { type CellData, cellDataSchema, toPatch } from '../cell-data';
import { badRequest } from '../errors';
import { below, type FieldTree, parseFields } from '../fields';
import { checkGrid, fromGridRange, gridRangeSchema, sheetOf } from '../ranges';
import { parse } from '../request';
import { ruleSchema, toRule } from '../validation-rule';
import type { RequestHandler } from './handler';

const rowsSchema = z.array(z.object({ values: z.array(cellDataSchema).default([]) })).default([]);

/** Answers whether a mask wants a path such as `userEnteredFormat.numberFormat`. */
function mask(fields: string): (path: string) => boolean {
  const tree: FieldTree | 'all' = fields === '*' ? 'all' : parseFields(fields);
  return (path) => path.split('.').reduce<FieldTree | 'all' | undefined>(below, tree) !== undefined;
}

const updateCells: RequestHandler = (body, session) => {
  const schema = z.object({
    rows: rowsSchema,
    fields: z.string(),
    start: z
      .object({
        sheetId: z.number().int().default(0),
        rowIndex: z.number().int().min(0).default(0),
        columnIndex: z.number().int().min(0).default(0),
      })
      .optional(),
    range: gridRangeSchema.optional(),
  });
  const { rows, fields, start, range } = parse(schema, body);
  const width = rows.reduce((most, row) => Math.max(most, row.values.length), 0);
  if (range) {
    // Cells of the range that no row covers are cleared for the named fields.
    write(session, fromGridRange(session, range), (row, column) => rows[row]?.values[column] ?? {}, fields);
  } else if (start && rows.length > 0 && width > 0) {
    const { sheetId, rowIndex, columnIndex } = start;
    const rect = { sheetId, row: rowIndex + 1, column: columnIndex + 1, rows: rows.length, columns: width };
    write(session, rect, (row, column) => rows[row]?.values[column], fields);
  } else if (!start) throw badRequest('Either start or range is required.');
  return {};
};

function write(
  session: Session,
  rect: Rect,
  data: (row: number, column: number) => CellData | undefined,
  fields: string,
): void {
  checkGrid(session, rect);
  const wants = mask(fields);
  const patches = Array.from({ length: rect.rows }, (_, row) =>
    Array.from({ length: rect.columns }, (__, column): CellPatch | undefined => {
      const cell = data(row, column);
      return cell && toPatch(cell, wants);
    }),
  );
  session.write(rect, patches);
}

const repeatCell: RequestHandler = (body, session) => {
  const { range, cell, fields } = parse(
    z.object({ range: gridRangeSchema, cell: cellDataSchema.default({}), fields: z.string() }),
    body,
  );
  const rect = fromGridRange(session, range);
  checkGrid(session, rect);
  session.writeAll(rect, toPatch(cell, mask(fields)));
  return {};
};

const appendCells: RequestHandler = (body, session) => {
  const schema = z.object({ sheetId: z.number().int().default(0), rows: rowsSchema, fields: z.string() });
  const { sheetId, rows, fields } = parse(schema, body);
  const width = rows.reduce((most, row) => Math.max(most, row.values.length), 0);
  if (rows.length === 0 || width === 0) return {};
  const sheet = sheetOf(session, sheetId);
  const row = session.lastRow(sheetId) + 1;
  const missing = row + rows.length - 1 - sheet.rows;
  if (missing > 0) session.insertRows(sheetId, sheet.rows + 1, missing);
  if (width > sheet.columns) session.insertColumns(sheetId, sheet.columns + 1, width - sheet.columns);
  const rect = { sheetId, row, column: 1, rows: rows.length, columns: width };
  write(session, rect, (line, column) => rows[line]?.values[column], fields);
  return {};
};

const setDataValidation: RequestHandler = (body, session) => {
  const { range, rule } = parse(z.object({ range: gridRangeSchema, rule: ruleSchema.optional() }), body);
  session.writeAll(fromGridRange(session, range), { validation: rule ? toRule(rule) : null });
  return {};
};

const findReplaceSchema = z.object({
  find: z.string().min(1),
  replacement: z.string().default(''),
  matchCase: z.boolean().default(false),
  matchEntireCell: z.boolean().default(false),
  searchByRegex: z.boolean().default(false),
  includeFormulas: z.boolean().default(false),
  range: gridRangeSchema.optional(),
  sheetId: z.number().int().optional(),
  allSheets: z.boolean().optional(),
});

const findReplace: RequestHandler = (body, session) => {
  const given = parse(findReplaceSchema, body);
  const source = given.searchByRegex ? given.find : given.find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(given.matchEntireCell ? `^(?:${source})$` : source, given.matchCase ? 'g' : 'gi');
  const counts = { valuesChanged: 0, rowsChanged: 0, sheetsChanged: 0, occurrencesChanged: 0 };
  for (const rect of searched(session, given)) replaceIn(session, rect, pattern, given.replacement, counts);
  return { findReplace: counts };
};

/** The used part of what is to be searched. */
function searched(session: Session, given: z.infer<typeof findReplaceSchema>): Rect[] {
  const used = (sheetId: number): Rect[] => {
    const rows = session.lastRow(sheetId);
    const columns = session.lastColumn(sheetId);
    return rows > 0 && columns > 0 ? [{ sheetId, row: 1, column: 1, rows, columns }] : [];
  };
  if (given.range) return [fromGridRange(session, given.range)];
  if (given.sheetId !== undefined) return used(given.sheetId);
  if (given.allSheets) return session.sheets().flatMap(({ sheetId }) => used(sheetId));
  throw badRequest('One of range, sheetId and allSheets is required.');
}

interface Counts {
  valuesChanged: number;
  rowsChanged: number;
  sheetsChanged: number;
  occurrencesChanged: number;
}

/** Replaces in constant cells only; formulas stay. A replaced number is typed again. */
function replaceIn(session: Session, rect: Rect, pattern: RegExp, replacement: string, counts: Counts): void {
  const formulas = session.formulas(rect);
  const shown = session.displayValues(rect);
  const before = counts.valuesChanged;
  const patches = shown.map((row, index) => {
    const changed = row.map((text, column): CellPatch | undefined => {
      const found = formulas[index]?.[column] ? [] : [...text.matchAll(pattern)];
      if (text === '' || found.length === 0) return undefined;
      counts.occurrencesChanged += found.length;
      counts.valuesChanged += 1;
      return { input: { kind: 'typed', text: text.replace(pattern, replacement) } };
    });
    if (changed.some((patch) => patch !== undefined)) counts.rowsChanged += 1;
    return changed;
  });
  if (counts.valuesChanged === before) return;
  counts.sheetsChanged += 1;
  session.write(rect, patches);
}

export const cellRequests = { updateCells, repeatCell, appendCells, setDataValidation, findReplace };
