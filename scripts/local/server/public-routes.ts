// The interfaces of DESIGN.md §6 that tests and other programs use: `/local/…`.
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import { inProject } from '../../build/files';
import { act, actSchema } from './acts';
import { readBody } from './body';
import { people, tabs } from './book';
import { changed, named } from './changed';
import type { LocalDeps } from './deps';
import { RequestError } from './problem';

const person = z.string().min(1);
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const runBody = z.object({ user: person, function: z.string().min(1), args: z.array(z.unknown()).default([]) });
const editBody = z.object({
  user: person,
  tab: z.string(),
  range: z.string(),
  values: z.union([cellValue, z.array(z.array(cellValue)).min(1)]),
});
const missed = z.enum(['each', 'once']).default('each');
const clockBody = z.union([
  z.object({ now: z.union([z.number(), z.string()]), missed }),
  z.object({ advanceMs: z.number().min(0), missed }),
]);
/** A fault that null or 0 takes back. */
const fault = (schema: z.ZodNumber) =>
  z
    .union([z.literal(0), z.null(), schema])
    .transform((value) => (value === 0 ? null : value))
    .optional();
const faultFields = {
  lockHeldMs: fault(z.number().min(0)),
  // No mail left, and the first of all seeds, are as good as any other.
  mailQuota: z.number().int().min(0).nullable().optional(),
  seed: z.number().int().nullable().optional(),
  failCall: fault(z.number().int().min(1)),
  killCall: fault(z.number().int().min(1)),
  restStatus: fault(z.number().int().min(400).max(599)),
  restDelayMs: fault(z.number().min(0).max(120_000)),
  restReadsPerMinute: fault(z.number().int().min(1)),
  restWritesPerMinute: fault(z.number().int().min(1)),
};
const faultsBody = z.strictObject(faultFields, {
  error: ({ code, keys }) =>
    code === 'unrecognized_keys'
      ? `“${keys?.[0]}” is not a fault: there are ${Object.keys(faultFields).join(', ')}`
      : undefined,
});

const mostAdvanceMs = 3_660 * 24 * 60 * 60 * 1000;

export function publicRoutes(deps: LocalDeps): Hono {
  const { engine, runtime, identity, grid } = deps;
  const app = new Hono();

  app.get('/state', (context) =>
    context.json({
      spreadsheetId: engine.info.id,
      title: engine.info.title,
      timeZone: engine.info.timeZone,
      now: new Date(runtime.now()).toISOString(),
      users: people(engine),
      tabs: tabs(engine).map(({ title, rows, columns, hidden, lastRow }) => ({
        title,
        rows,
        columns,
        hidden,
        lastRow,
      })),
    }),
  );

  app.get('/functions', async (context) => {
    const docs: { name: string; doc: string }[] = JSON.parse(await readFile(inProject('dist/addon-docs.json'), 'utf8'));
    const known = new Map(docs.map(({ name, doc }) => [name, doc]));
    return context.json(runtime.functions().map((name) => ({ name, doc: known.get(name) ?? '' })));
  });

  app.post('/run', async (context) => {
    const body = await readBody(context, runBody);
    const { result, error, calls, modelledMs, cpuMs } = await runtime.run({ ...body, source: 'client' });
    await deps.afterRun(body.function);
    const outcome = error ? { error: { name: error.name, message: error.message } } : { result: result ?? null };
    return context.json({ ...outcome, calls, modelledMs, cpuMs });
  });

  app.post('/edit', async (context) => {
    const body = await readBody(context, editBody);
    const { range, settled } = await grid.edit(body);
    await settled;
    return context.json({ ok: true, range });
  });

  app.post('/act', async (context) => {
    const { answer, settled } = await act(deps, await readBody(context, actSchema));
    await settled;
    return context.json({ ok: true, ...answer });
  });

  app.post('/clock', async (context) => {
    const body = await readBody(context, clockBody);
    const now = 'advanceMs' in body ? runtime.now() + body.advanceMs : instant(body.now);
    if (now - runtime.now() > mostAdvanceMs)
      throw new RequestError(400, 'The clock moves at most ten years at a time.');
    await runtime.setClock({ now, missed: body.missed });
    await deps.afterClock();
    return context.json({ now: new Date(runtime.now()).toISOString() });
  });

  app.get('/inbox', (context) => context.json(runtime.inbox()));
  app.get('/executions', (context) => context.json(runtime.executions()));

  app.post('/faults', async (context) => {
    const body = await readBody(context, faultsBody);
    const { restStatus, restDelayMs, restReadsPerMinute, restWritesPerMinute, ...faults } = body;
    // Only what was asked: a fault that is not named is left as it stands.
    deps.restFaults.change({ restStatus, restDelayMs });
    deps.restQuota.change(named({ reads: restReadsPerMinute, writes: restWritesPerMinute }));
    runtime.setFaults(changed(runtime.faults(), faults));
    return context.json({ ok: true });
  });

  app.get('/token', async (context) => {
    const user = context.req.query('user');
    if (!user) throw new RequestError(400, 'Say whose token: /local/token?user=EMAIL.');
    return context.json({ token: await identity.token(user) });
  });

  app.get('/certs', (context) => context.json(identity.certs()));
  return app;
}

function instant(value: number | string): number {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  if (Number.isNaN(new Date(ms).getTime()))
    throw new RequestError(400, `“${value}” is not a time like 2026-11-23T09:00:00Z.`);
  return ms;
}
