// Requests about filters, conditional rules, charts and merges. Rules and charts are kept and given back, not drawn.
import { z } from 'zod';
import type { Session } from '../../engine/types';
import { badRequest, notInStandIn, RestError } from '../errors';
import { conditionalRuleSchema, filterSchema, filterViewJson, toConditionalRule, toFilter } from '../extras-json';
import { fromGridRange, gridRangeSchema, sheetOf } from '../ranges';
import { parse } from '../request';
import type { RequestHandler } from './handler';

const setBasicFilter: RequestHandler = (body, session) => {
  const { filter } = parse(z.object({ filter: filterSchema }), body);
  const entry = toFilter(session, filter);
  const { rect, sortBy = [] } = entry;
  if (sortBy.length > 0 && rect.rows > 1) session.sort({ ...rect, row: rect.row + 1, rows: rect.rows - 1 }, sortBy);
  session.setFilter(rect.sheetId, entry);
  return {};
};

const clearBasicFilter: RequestHandler = (body, session) => {
  const { sheetId } = parse(z.object({ sheetId: z.number().int().default(0) }), body ?? {});
  session.setFilter(sheetOf(session, sheetId).sheetId, null);
  return {};
};

const addFilterView: RequestHandler = (body, session) => {
  const schema = filterSchema.extend({ filterViewId: z.number().int().optional(), title: z.string().optional() });
  const { filter } = parse(z.object({ filter: schema }), body);
  const entry = toFilter(session, filter);
  const { sheetId } = entry.rect;
  const { filterViews } = session.extras(sheetId);
  const id = freeId(session, filter.filterViewId);
  const view = { id, title: filter.title ?? `Filter ${filterViews.length + 1}`, ...entry };
  session.updateExtras(sheetId, { filterViews: [...filterViews, view] });
  return { addFilterView: { filter: filterViewJson(view) } };
};

const deleteFilterView: RequestHandler = (body, session) => {
  const { filterId } = parse(z.object({ filterId: z.number().int() }), body);
  for (const { sheetId } of session.sheets()) {
    const { filterViews } = session.extras(sheetId);
    const others = filterViews.filter(({ id }) => id !== filterId);
    if (others.length === filterViews.length) continue;
    session.updateExtras(sheetId, { filterViews: others });
    return {};
  }
  throw new RestError(400, `No filter view with id: ${filterId}`);
};

const addConditionalFormatRule: RequestHandler = (body, session) => {
  const schema = z.object({ rule: conditionalRuleSchema, index: z.number().int().min(0).default(0) });
  const { rule, index } = parse(schema, body);
  const added = toConditionalRule(session, rule);
  const [first, ...more] = new Set(added.rects.map(({ sheetId }) => sheetId));
  if (first === undefined || more.length > 0) throw badRequest('All ranges of a rule must be on the same sheet.');
  const { conditionalRules } = session.extras(first);
  if (index > conditionalRules.length) throw badRequest(`There are only ${conditionalRules.length} rules.`);
  session.updateExtras(first, {
    conditionalRules: [...conditionalRules.slice(0, index), added, ...conditionalRules.slice(index)],
  });
  return {};
};

const deleteConditionalFormatRule: RequestHandler = (body, session) => {
  const schema = z.object({ sheetId: z.number().int().default(0), index: z.number().int().min(0).default(0) });
  const { sheetId, index } = parse(schema, body ?? {});
  const { conditionalRules } = session.extras(sheetOf(session, sheetId).sheetId);
  if (index >= conditionalRules.length) throw badRequest(`There is no rule ${index}.`);
  session.updateExtras(sheetId, { conditionalRules: conditionalRules.filter((_, place) => place !== index) });
  return {};
};

const chartSchema = z.object({
  chartId: z.number().int().optional(),
  spec: z.record(z.string(), z.unknown()),
  position: z
    .object({
      newSheet: z.boolean().optional(),
      overlayPosition: z
        .object({ anchorCell: z.object({ sheetId: z.number().int().default(0) }).catchall(z.unknown()) })
        .catchall(z.unknown())
        .optional(),
    })
    .catchall(z.unknown()),
});

const addChart: RequestHandler = (body, session) => {
  const { chart } = parse(z.object({ chart: chartSchema }), body);
  const { position } = chart;
  if (!position.overlayPosition) throw notInStandIn('A chart on a sheet of its own');
  const { sheetId } = sheetOf(session, position.overlayPosition.anchorCell.sheetId);
  const id = freeId(session, chart.chartId);
  const added = { ...chart, chartId: id };
  session.updateExtras(sheetId, { charts: [...session.extras(sheetId).charts, { id, chart: added }] });
  return { addChart: { chart: added } };
};

const deleteEmbeddedObject: RequestHandler = (body, session) => {
  const { objectId } = parse(z.object({ objectId: z.number().int() }), body);
  for (const { sheetId } of session.sheets()) {
    const { charts } = session.extras(sheetId);
    const others = charts.filter(({ id }) => id !== objectId);
    if (others.length === charts.length) continue;
    session.updateExtras(sheetId, { charts: others });
    return {};
  }
  throw new RestError(400, `No object with id: ${objectId}`);
};

const mergeCells: RequestHandler = (body, session) => {
  const schema = z.object({
    range: gridRangeSchema,
    mergeType: z.enum(['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS']).default('MERGE_ALL'),
  });
  const { range, mergeType } = parse(schema, body);
  const rect = fromGridRange(session, range);
  const lines = mergeType === 'MERGE_ALL' ? 1 : mergeType === 'MERGE_ROWS' ? rect.rows : rect.columns;
  for (let line = 0; line < lines; line += 1) {
    if (mergeType === 'MERGE_ALL') session.merge(rect);
    else if (mergeType === 'MERGE_ROWS') session.merge({ ...rect, row: rect.row + line, rows: 1 });
    else session.merge({ ...rect, column: rect.column + line, columns: 1 });
  }
  return {};
};

const unmergeCells: RequestHandler = (body, session) => {
  const { range } = parse(z.object({ range: gridRangeSchema }), body);
  session.unmerge(fromGridRange(session, range));
  return {};
};

/** The id that was asked for, if nothing has it yet; else one of the workbook's. */
function freeId(session: Session, wanted: number | undefined): number {
  const taken = new Set(
    session.sheets().flatMap(({ sheetId }) => {
      const { filterViews, charts } = session.extras(sheetId);
      return [...filterViews, ...charts].map(({ id }) => id);
    }),
  );
  if (wanted !== undefined && taken.has(wanted)) throw badRequest(`The id ${wanted} is taken.`);
  if (wanted !== undefined) return wanted;
  let id = session.newObjectId();
  while (taken.has(id)) id = session.newObjectId();
  return id;
}

export const extrasRequests = {
  setBasicFilter,
  clearBasicFilter,
  addFilterView,
  deleteFilterView,
  addConditionalFormatRule,
  deleteConditionalFormatRule,
  addChart,
  deleteEmbeddedObject,
  mergeCells,
  unmergeCells,
};
