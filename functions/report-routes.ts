// GET /v1/workbooks/{id}/reports/{name}, POST /v1/workbooks/{id}/report-links, GET /r/{token}
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { type ReportFilters, setFilters } from '../src/domain/reports';
import { accessOf } from './access';
import type { App, Deps, Env } from './deps';
import { reportPage } from './pages/report';
import { RequestProblem } from './problem';
import { teamFields, teamOf } from './records';
import { reportCsv } from './report-csv';
import { type MadeReport, makeReport } from './reports';
import { problemAnswer, refusals } from './routes';
import { pipelineReportSchema, reportLinkAnswer, reportLinkRequest, reportQuery, workbookParams } from './schemas';
import { requireTabs } from './snapshot';

type Format = 'json' | 'csv' | 'html';

const reportContent = {
  'application/json': { schema: pipelineReportSchema },
  'text/csv': { schema: z.string() },
  'text/html': { schema: z.string() },
};

const reportNames: readonly string[] = ['pipeline'];

const reportRoute = createRoute({
  method: 'get',
  path: '/v1/workbooks/{id}/reports/{name}',
  summary: 'A report, as JSON, CSV or a page',
  request: {
    params: workbookParams.extend({
      name: z
        .string()
        .max(100)
        .openapi({ enum: [...reportNames] }),
    }),
    query: reportQuery,
  },
  responses: { 200: { description: 'The report', content: reportContent }, ...refusals },
});

const linkRoute = createRoute({
  method: 'post',
  path: '/v1/workbooks/{id}/report-links',
  summary: 'A link that opens the report page without a token for ten minutes',
  request: {
    params: workbookParams,
    body: { required: true, content: { 'application/json': { schema: reportLinkRequest } } },
  },
  responses: {
    201: { description: 'The link', content: { 'application/json': { schema: reportLinkAnswer } } },
    ...refusals,
  },
});

const pageRoute = createRoute({
  method: 'get',
  path: '/r/{token}',
  summary: 'The report page of a link',
  security: [],
  request: { params: z.object({ token: z.string().max(4_000) }), query: reportQuery },
  responses: {
    200: { description: 'The page', content: reportContent },
    404: problemAnswer,
    422: problemAnswer,
    503: problemAnswer,
  },
});

/** Adds the report (with a token), the making of page links, and the page itself, which needs its link only. */
export function reportRoutes(app: App, { reader, links, publicUrl }: Deps): void {
  app.openapi(reportRoute, async (c) => {
    const { id, name } = c.req.valid('param');
    if (!reportNames.includes(name)) {
      throw new RequestProblem(
        404,
        'report-not-found',
        `There is no such report. There is: ${reportNames.join(', ')}.`,
      );
    }
    const { format, rows, ...filters } = c.req.valid('query');
    const made = await makeReport(reader, { workbook: id, caller: c.get('caller'), filters, rows }, c.get('deadline'));
    const wanted = format ?? accepts(c, { header: 'Accept', supports: Object.values(types), default: types.json });
    return answer(c, made, format ?? formatOf(wanted), null);
  });

  app.openapi(linkRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { filters } = c.req.valid('json');
    const snapshot = await reader.read(id, { columns: { team: teamFields } }, { deadline: c.get('deadline') });
    requireTabs(snapshot, ['team']);
    const { email } = accessOf(c.get('caller'), teamOf(snapshot));
    const { token, expires } = await links.sign({ workbook: id, email, filters: setFilters(filters) });
    const path = `/r/${token}`;
    // Never from the request's Host header: whoever calls writes that, and the link would lead where they like.
    return c.json({ path, ...(publicUrl ? { url: `${publicUrl}${path}` } : {}), expires: expires.toISOString() }, 201);
  });

  app.openapi(pageRoute, async (c) => {
    const { workbook, email, filters: fixed } = await links.verify(c.req.valid('param').token);
    const { format = 'html', rows, ...wished } = c.req.valid('query');
    // What the link was made with stays; a visitor may only narrow further.
    const filters = { ...setFilters(wished), ...fixed };
    const made = await makeReport(reader, { workbook, caller: { email }, filters, rows }, c.get('deadline')).catch(
      (error: unknown) => {
        // Who has left the team since has no link any more, and the page of a stranger says nothing else.
        if (error instanceof RequestProblem && error.status === 403) {
          throw new RequestProblem(404, 'link-expired', 'This link is not valid any more.', { cause: error });
        }
        throw error;
      },
    );
    return answer(c, made, format, fixed);
  });
}

const types: { readonly [format in Format]: string } = {
  json: 'application/json',
  csv: 'text/csv',
  html: 'text/html',
};

function formatOf(type: string): Format {
  return type === types.html ? 'html' : type === types.csv ? 'csv' : 'json';
}

/** `fixed`: the filters of a page link, null for a caller with a token. */
function answer(c: Context<Env>, made: MadeReport, format: Format, fixed: ReportFilters | null) {
  c.header('vary', 'Accept');
  if (format === 'html') return c.html(reportPage(made, fixed), 200);
  if (format === 'csv') {
    return c.body(reportCsv(made.report), 200, {
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="pipeline-${made.report.today}.csv"`,
    });
  }
  return c.json({ ...made.report, locale: made.workbook.locale, ...(made.rows ? { rows: made.rows } : {}) }, 200);
}
