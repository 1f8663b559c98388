// Filters, conditional rules, merges and charts of a tab in the API's shapes, both ways.
import { z } from 'zod';
import type { ConditionalRule, FilterCondition, FilterEntry, FilterView, Session, SheetExtras } from '../engine/types';
import { formatSchema, fromHex, toHex } from './cell-data';
import { badRequest, notInStandIn } from './errors';
import { fromGridRange, gridRangeSchema, toGridRange } from './ranges';
import { apiCondition, scriptCondition } from './validation-rule';

const conditionSchema = z.object({
  type: z.string(),
  values: z
    .array(z.object({ userEnteredValue: z.string().optional(), relativeDate: z.string().optional() }))
    .default([]),
});

/** Colours, which Google filters by as well, are not kept here. */
const criteriaSchema = z
  .object({ hiddenValues: z.array(z.string()).default([]), condition: conditionSchema.optional() })
  .catchall(z.unknown());

export const filterSchema = z.object({
  range: gridRangeSchema,
  sortSpecs: z
    .array(
      z.object({
        dimensionIndex: z.number().int().min(0).default(0),
        sortOrder: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING'),
      }),
    )
    .default([]),
  /** By 0-based column; the newer `filterSpecs` say the same. */
  criteria: z.record(z.string().regex(/^\d+$/), criteriaSchema).default({}),
  filterSpecs: z
    .array(
      z.object({
        columnIndex: z.number().int().min(0).default(0),
        filterCriteria: criteriaSchema.default({ hiddenValues: [] }),
      }),
    )
    .default([]),
});

export function toFilter(session: Session, given: z.infer<typeof filterSchema>): FilterEntry {
  const rect = fromGridRange(session, given.range);
  const specs = [
    ...Object.entries(given.criteria).map(([index, criteria]) => ({ column: Number(index) + 1, criteria })),
    ...given.filterSpecs.map(({ columnIndex, filterCriteria }) => ({
      column: columnIndex + 1,
      criteria: filterCriteria,
    })),
  ];
  // Whoever names a column both ways means the later, newer one.
  const byColumn = new Map(specs.map((spec) => [spec.column, spec.criteria]));
  const outside = [...byColumn.keys()].find((column) => column < rect.column || column >= rect.column + rect.columns);
  if (outside !== undefined) throw badRequest(`The filter's range has no column ${outside - 1}.`);
  return {
    rect,
    criteria: [...byColumn].map(([column, criteria]) => ({ column, ...toCriteria(criteria) })),
    sortBy: given.sortSpecs.map((spec) => ({
      column: spec.dimensionIndex + 1,
      ascending: spec.sortOrder === 'ASCENDING',
    })),
  };
}

function toCriteria({ hiddenValues, condition, ...others }: z.infer<typeof criteriaSchema>) {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw notInStandIn(`A filter's ${unknown}`);
  return { hiddenValues, condition: condition ? toCondition(condition) : null };
}

function toCondition({ type, values }: z.infer<typeof conditionSchema>): FilterCondition {
  if (values.some(({ relativeDate }) => relativeDate !== undefined))
    throw notInStandIn('A condition by a relative date');
  return { type: scriptCondition(type), values: values.map(({ userEnteredValue = '' }) => userEnteredValue) };
}

/** Both spellings, as Google answers them. */
export function filterJson({ rect, criteria, sortBy = [] }: FilterEntry): object {
  const specs = criteria.map(({ column, hiddenValues, condition }) => ({
    columnIndex: column - 1,
    filterCriteria: {
      ...(hiddenValues.length > 0 ? { hiddenValues } : {}),
      ...(condition ? { condition: conditionJson(condition.type, condition.values) } : {}),
    },
  }));
  return {
    range: toGridRange(rect),
    ...(sortBy.length > 0
      ? {
          sortSpecs: sortBy.map(({ column, ascending }) => ({
            dimensionIndex: column - 1,
            sortOrder: ascending ? 'ASCENDING' : 'DESCENDING',
          })),
        }
      : {}),
    ...(specs.length > 0
      ? {
          criteria: Object.fromEntries(specs.map(({ columnIndex, filterCriteria }) => [columnIndex, filterCriteria])),
          filterSpecs: specs,
        }
      : {}),
  };
}

export function filterViewJson(view: FilterView): object {
  return { filterViewId: view.id, title: view.title, ...filterJson(view) };
}

export const conditionalRuleSchema = z.object({
  ranges: z.array(gridRangeSchema).min(1),
  booleanRule: z.object({ condition: conditionSchema, format: formatSchema.default({}) }).optional(),
  gradientRule: z.unknown().optional(),
});

export function toConditionalRule(session: Session, given: z.infer<typeof conditionalRuleSchema>): ConditionalRule {
  if (!given.booleanRule)
    throw given.gradientRule ? notInStandIn('A gradient rule') : badRequest('A rule is required.');
  const { condition, format } = given.booleanRule;
  const { type, values } = toCondition(condition);
  const { foregroundColor, foregroundColorStyle, bold } = format.textFormat ?? {};
  return {
    rects: given.ranges.map((range) => fromGridRange(session, range)),
    condition: type,
    values,
    background: toHex(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor),
    fontColor: toHex(foregroundColorStyle?.rgbColor ?? foregroundColor),
    bold: bold ?? null,
  };
}

function conditionalRuleJson({ rects, condition, values, background, fontColor, bold }: ConditionalRule): object {
  const textFormat = {
    ...(fontColor
      ? { foregroundColor: fromHex(fontColor), foregroundColorStyle: { rgbColor: fromHex(fontColor) } }
      : {}),
    ...(bold ? { bold } : {}),
  };
  return {
    ranges: rects.map(toGridRange),
    booleanRule: {
      condition: conditionJson(condition, values.map(String)),
      format: {
        ...(background
          ? { backgroundColor: fromHex(background), backgroundColorStyle: { rgbColor: fromHex(background) } }
          : {}),
        ...(Object.keys(textFormat).length > 0 ? { textFormat } : {}),
      },
    },
  };
}

function conditionJson(type: string, values: readonly string[]): object {
  const entered = values.map((value) => ({ userEnteredValue: value }));
  return { type: apiCondition(type), ...(entered.length > 0 ? { values: entered } : {}) };
}

/** What a sheet resource says of them; what there is none of is left out. */
export function extrasJson({ merges, filter, filterViews, conditionalRules, charts }: SheetExtras): object {
  return {
    ...(merges.length > 0 ? { merges: merges.map(toGridRange) } : {}),
    ...(filter ? { basicFilter: filterJson(filter) } : {}),
    ...(filterViews.length > 0 ? { filterViews: filterViews.map(filterViewJson) } : {}),
    ...(conditionalRules.length > 0 ? { conditionalFormats: conditionalRules.map(conditionalRuleJson) } : {}),
    ...(charts.length > 0 ? { charts: charts.map(({ chart }) => chart) } : {}),
  };
}
