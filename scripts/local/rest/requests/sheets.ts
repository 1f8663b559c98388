// Requests about tabs and the spreadsheet's own properties.
import { z } from 'zod';
import type { Engine, Session } from '../../engine/types';
import { toHex } from '../cell-data';
import { badRequest } from '../errors';
import { below, type FieldTree, parseFields } from '../fields';
import { sheetOf } from '../ranges';
import { parse } from '../request';
import { sheetProperties } from '../spreadsheet';
import type { RequestHandler } from './handler';

const color = z.object({ red: z.number().optional(), green: z.number().optional(), blue: z.number().optional() });

const propertiesSchema = z.object({
  sheetId: z.number().int().min(0).optional(),
  title: z.string().optional(),
  index: z.number().int().min(0).optional(),
  hidden: z.boolean().optional(),
  gridProperties: z
    .object({
      rowCount: z.number().int().min(1).optional(),
      columnCount: z.number().int().min(1).optional(),
      frozenRowCount: z.number().int().min(0).optional(),
      frozenColumnCount: z.number().int().min(0).optional(),
    })
    .optional(),
  tabColor: color.optional(),
  tabColorStyle: z.object({ rgbColor: color.optional() }).optional(),
});
type Properties = z.infer<typeof propertiesSchema>;

const addSheet: RequestHandler = (body, session) => {
  const { properties = {} } = parse(z.object({ properties: propertiesSchema.optional() }), body ?? {});
  const { title, index, sheetId, gridProperties = {} } = properties;
  const { rowCount, columnCount } = gridProperties;
  const added = session.addSheet(title ?? freeTitle(session), index, rowCount, columnCount, sheetId);
  update(session, added.sheetId, { ...properties, gridProperties }, givenFields(properties));
  return { addSheet: { properties: sheetProperties(sheetOf(session, added.sheetId)) } };
};

/** Sheet2, Sheet3 …: the first that is free. */
function freeTitle(session: Session): string {
  const titles = new Set(session.sheets().map(({ title }) => title));
  let number = titles.size + 1;
  while (titles.has(`Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

/** A mask of exactly what a new tab's properties name, apart from what `addSheet` itself took. */
function givenFields(properties: Properties): FieldTree {
  const { frozenRowCount, frozenColumnCount } = properties.gridProperties ?? {};
  const grid: FieldTree = {};
  if (frozenRowCount !== undefined) grid.frozenRowCount = 'all';
  if (frozenColumnCount !== undefined) grid.frozenColumnCount = 'all';
  return {
    ...(properties.hidden === undefined ? {} : { hidden: 'all' as const }),
    ...(properties.tabColor || properties.tabColorStyle ? { tabColorStyle: 'all' as const } : {}),
    gridProperties: grid,
  };
}

const updateSheetProperties: RequestHandler = (body, session) => {
  const { properties, fields } = parse(z.object({ properties: propertiesSchema, fields: z.string() }), body);
  update(session, properties.sheetId ?? 0, properties, parseFields(fields));
  return {};
};

function update(session: Session, sheetId: number, given: Properties, fields: FieldTree): void {
  const wants = (name: string): boolean => below(fields, name) !== undefined;
  const grid = below(fields, 'gridProperties');
  const wantsGrid = (name: string): boolean => below(grid, name) !== undefined;
  const { gridProperties = {} } = given;
  session.updateSheet(sheetId, {
    ...(wants('title') && given.title !== undefined ? { title: given.title } : {}),
    ...(wants('index') && given.index !== undefined ? { index: given.index } : {}),
    ...(wants('hidden') ? { hidden: given.hidden ?? false } : {}),
    ...(wants('tabColor') || wants('tabColorStyle')
      ? { tabColor: toHex(given.tabColorStyle?.rgbColor ?? given.tabColor) }
      : {}),
    ...(wantsGrid('frozenRowCount') ? { frozenRows: gridProperties.frozenRowCount ?? 0 } : {}),
    ...(wantsGrid('frozenColumnCount') ? { frozenColumns: gridProperties.frozenColumnCount ?? 0 } : {}),
  });
  if (wantsGrid('rowCount') && gridProperties.rowCount) resizeRows(session, sheetId, gridProperties.rowCount);
  if (wantsGrid('columnCount') && gridProperties.columnCount)
    resizeColumns(session, sheetId, gridProperties.columnCount);
}

function resizeRows(session: Session, sheetId: number, wanted: number): void {
  const { rows } = sheetOf(session, sheetId);
  if (wanted > rows) session.insertRows(sheetId, rows + 1, wanted - rows);
  if (wanted < rows) session.deleteRows(sheetId, wanted + 1, rows - wanted);
}

function resizeColumns(session: Session, sheetId: number, wanted: number): void {
  const { columns } = sheetOf(session, sheetId);
  if (wanted > columns) session.insertColumns(sheetId, columns + 1, wanted - columns);
  if (wanted < columns) session.deleteColumns(sheetId, wanted + 1, columns - wanted);
}

const deleteSheet: RequestHandler = (body, session) => {
  const { sheetId } = parse(z.object({ sheetId: z.number().int().default(0) }), body);
  session.deleteSheet(sheetOf(session, sheetId).sheetId);
  return {};
};

const duplicateSheet: RequestHandler = (body, session) => {
  const schema = z.object({
    sourceSheetId: z.number().int().default(0),
    insertSheetIndex: z.number().int().min(0).default(0),
    newSheetId: z.number().int().optional(),
    newSheetName: z.string().optional(),
  });
  const { sourceSheetId, insertSheetIndex, newSheetId, newSheetName } = parse(schema, body);
  const copy = session.duplicateSheet(sourceSheetId, newSheetName, insertSheetIndex, newSheetId);
  return { duplicateSheet: { properties: sheetProperties(copy) } };
};

const updateSpreadsheetProperties: RequestHandler = (body, _session, engine: Engine) => {
  const schema = z.object({
    properties: z.object({
      title: z.string().optional(),
      locale: z.string().optional(),
      timeZone: z.string().optional(),
    }),
    fields: z.string(),
  });
  const { properties, fields } = parse(schema, body);
  const tree = parseFields(fields);
  for (const name of Object.keys(tree)) {
    if (!['*', 'title', 'locale', 'timeZone'].includes(name)) throw badRequest(`Cannot update ${name}.`);
  }
  const { title, locale, timeZone } = properties;
  const wants = (name: string): boolean => below(tree, name) !== undefined;
  engine.updateInfo({
    ...(wants('title') && title !== undefined ? { title } : {}),
    ...(wants('locale') && locale !== undefined ? { locale } : {}),
    ...(wants('timeZone') && timeZone !== undefined ? { timeZone } : {}),
  });
  return {};
};

export const sheetRequests = {
  addSheet,
  updateSheetProperties,
  deleteSheet,
  duplicateSheet,
  updateSpreadsheetProperties,
};
