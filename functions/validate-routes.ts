// POST /v1/workbooks/{id}/changes:validate
import { createRoute, z } from '@hono/zod-openapi';
import { deadlineHeader } from '../src/domain/validation-exchange';
import type { App, Deps } from './deps';
import { refusals } from './routes';
import { validationAnswer, validationRequest, workbookParams } from './schemas';
import { validateChanges } from './validate';

const path = '/v1/workbooks/{id}/changes:validate';

const route = createRoute({
  method: 'post',
  path,
  summary: 'Checks changes against the workbook as it is now',
  description:
    'Field rules, references, unique values, stage rules, roles, and a merge with what others saved meanwhile.',
  request: {
    params: workbookParams,
    headers: z.object({
      [deadlineHeader]: z.string().optional().openapi({ description: 'Milliseconds the caller will wait.' }),
    }),
    body: { required: true, content: { 'application/json': { schema: validationRequest } } },
  },
  responses: {
    200: { description: 'One verdict per change', content: { 'application/json': { schema: validationAnswer } } },
    ...refusals,
  },
});

/** Adds the validation of change sets: one verdict for each change, in order; it writes nothing. */
export function validateRoutes(app: App, { reader }: Deps): void {
  // To the router `:validate` is a parameter: it would take `changesAnything` too.
  app.use('/v1/workbooks/:id/:action', async (c, next) => {
    const { action } = c.req.param();
    return action.startsWith('changes') && action !== 'changes:validate' ? c.notFound() : next();
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid('param');
    const { changes } = c.req.valid('json');
    const verdicts = await validateChanges(reader, id, c.get('caller'), changes, c.get('deadline'));
    return c.json({ verdicts }, 200);
  });
}
