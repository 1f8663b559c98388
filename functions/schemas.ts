// What requests and answers look like, for checking and for the OpenAPI page. The shapes themselves are the domain's; the
// types below keep these descriptions equal to them.
import { z } from '@hono/zod-openapi';
import { isDay } from '../src/domain/days';
import type { PipelineReport } from '../src/domain/reports';
import { definitions } from '../src/domain/reports';
import { recordTabKeys } from '../src/domain/schema';
import { maxChangesPerRequest, type ValidationAnswer, type ValidationRequest } from '../src/domain/validation-exchange';

const shortText = z.string().max(200);
const day = z
  .string()
  .refine((text) => text === '' || isDay(text), 'A day like 2026-11-23')
  .openapi({ format: 'date', example: '2026-11-23' });

export const workbookParams = z.object({
  id: z
    .string()
    .regex(/^[\w-]{1,200}$/, 'The id of a Google Sheets workbook')
    .openapi({ param: { name: 'id', in: 'path' }, example: '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms' }),
});

const filterShape = {
  from: day
    .exactOptional()
    .openapi({ description: 'Open deals by close date, won and lost ones by the day they closed.' }),
  to: day.exactOptional(),
  owner: shortText
    .exactOptional()
    .openapi({ description: 'Email or name of a team member; “-” for deals without an owner.' }),
  team: shortText.exactOptional(),
  pipeline: shortText.exactOptional(),
  source: shortText.exactOptional(),
};

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => !from || !to || from <= to;
const outOfOrder = { message: 'The period ends before it begins', path: ['to'] };

const reportFilters = z.object(filterShape).refine(inOrder, outOfOrder);

export const reportQuery = z
  .object({
    ...filterShape,
    format: z.enum(['json', 'csv', 'html']).optional(),
    rows: shortText.optional().openapi({ description: 'A figure’s key or a line’s rows: its deals’ ids come along.' }),
  })
  .refine(inOrder, outOfOrder);

const unit = z.enum(['deals', 'money', 'ratio', 'days']);
const filters = z.object({
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
  owner: z.string().exactOptional(),
  team: z.string().exactOptional(),
  pipeline: z.string().exactOptional(),
  source: z.string().exactOptional(),
});
const amounts = {
  rows: z.string(),
  count: z.number(),
  value: z.number(),
  unknown: z.number().openapi({ description: 'Deals of count whose amount is unknown; value knows nothing of them.' }),
};

export const pipelineReportSchema = z
  .object({
    name: z.literal('pipeline'),
    title: z.string(),
    today: z.string(),
    currency: z.string(),
    locale: z.string(),
    filters,
    dealsInWorkbook: z.number(),
    deals: z.number(),
    figures: z.array(
      z.object({
        key: z.enum(definitions.map(({ key }) => key)),
        name: z.string(),
        definition: z.string(),
        unit,
        value: z.number().nullable(),
      }),
    ),
    stages: z.array(
      z.object({
        ...amounts,
        pipeline: z.string(),
        stage: z.string(),
        outcome: z.enum(['open', 'won', 'lost']),
        probability: z.number(),
        weighted: z.number(),
      }),
    ),
    forecast: z.array(
      z.object({ ...amounts, month: z.string().nullable(), weighted: z.number(), overdue: z.boolean() }),
    ),
    owners: z.array(
      z.object({
        rows: z.string(),
        owner: z.string(),
        name: z.string(),
        open: z.number(),
        openUnknown: z.number(),
        openValue: z.number(),
        weighted: z.number(),
        won: z.number(),
        lost: z.number(),
        wonValue: z.number(),
        winRate: z.number().nullable(),
        averageWon: z.number().nullable(),
      }),
    ),
    leftOut: z.array(
      z.object({
        rows: z.string(),
        reason: z.enum(['stage', 'period', 'amount', 'currency', 'probability', 'dates', 'cycle']),
        from: z.enum(['deals', 'values', 'weighted', 'cycle']),
        count: z.number(),
        message: z.string(),
        details: z.array(z.string()),
        sample: z.array(z.string()),
      }),
    ),
    choices: z.object({
      owners: z.array(z.object({ owner: z.string(), name: z.string() })),
      teams: z.array(z.string()),
      pipelines: z.array(z.string()),
      sources: z.array(z.string()),
    }),
    rows: z.object({ rows: z.string(), total: z.number(), ids: z.array(z.string()) }).exactOptional(),
  })
  .openapi('PipelineReport') satisfies z.ZodType<PipelineReport>;

const fieldValue = z.union([
  z.string().max(50_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(1_000)).max(500).readonly(),
  z.null(),
]);
const fieldValues = z.record(z.string().max(300), fieldValue);

export const validationRequest = z
  .object({
    changes: z
      .array(
        z.object({
          tab: z.enum(recordTabKeys),
          id: z.string().max(20).exactOptional(),
          baseVersion: z.number().int().nonnegative().exactOptional(),
          base: fieldValues.exactOptional(),
          changes: fieldValues,
          overwrite: z.array(z.string().max(300)).max(200).exactOptional(),
        }),
      )
      .max(maxChangesPerRequest),
  })
  .openapi('ValidationRequest') satisfies z.ZodType<ValidationRequest>;

const issue = z.object({
  tab: z.string(),
  id: z.string(),
  row: z.number().exactOptional(),
  field: z.string(),
  code: z.string(),
  expected: z.string(),
  received: z.string(),
  message: z.string(),
});
const conflict = z.object({
  field: z.string(),
  label: z.string(),
  base: fieldValue,
  mine: fieldValue,
  theirs: fieldValue,
  who: z.string(),
  at: z.string(),
});

export const validationAnswer = z
  .object({
    verdicts: z.array(
      z.object({
        index: z.number(),
        status: z.enum(['ok', 'invalid', 'conflict', 'forbidden', 'stale']),
        issues: z.array(issue).readonly(),
        conflicts: z.array(conflict).readonly(),
        merged: z.array(z.string()).readonly(),
      }),
    ),
  })
  .openapi('ValidationAnswer') satisfies z.ZodType<ValidationAnswer>;

export const reportLinkRequest = z
  .object({ name: z.literal('pipeline').default('pipeline'), filters: reportFilters.default({}) })
  .openapi('ReportLinkRequest');

export const reportLinkAnswer = z
  .object({
    path: z.string().openapi({ description: 'To be joined to the address the function is reached at.' }),
    url: z.string().optional().openapi({ description: 'The whole address, where ROWBOOK_PUBLIC_URL says it.' }),
    expires: z.string(),
  })
  .openapi('ReportLink');

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string().openapi({ description: 'Stable; for programs.' }),
    field: z.string().optional().openapi({ description: 'Path of the offending value, e.g. changes.0.tab.' }),
    requestId: z.string(),
  })
  .openapi('Problem');
