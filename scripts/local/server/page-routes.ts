// What the page itself asks for: the book, windows of cells, live events, the menu and the add-on's calls.
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { RunOutcome } from '../runtime/types';
import { act, actSchema } from './acts';
import { readBody } from './body';
import { cellWindow, people, tabs } from './book';
import type { LocalDeps } from './deps';
import { shownRows } from './filters';
import { RequestError } from './problem';
import type { WireBook, WireCall, WireEvent, WireTyping } from './wire';

const person = z.string().min(1);
const rect = z.object({
  sheetId: z.number().int(),
  row: z.number().int().min(1),
  column: z.number().int().min(1),
  rows: z.number().int().min(1),
  columns: z.number().int().min(1),
});
const selectionBody = z.object({ sheetId: z.number().int(), range: rect.nullable(), cell: rect.nullable() });
const callBody = z.object({
  user: person,
  source: z.enum(['client', 'menu', 'webClient']),
  function: z.string().min(1),
  args: z.array(z.unknown()).default([]),
  selection: selectionBody.optional(),
});
const typeBody = z.object({
  user: person,
  sheet: z.number().int(),
  range: z.string(),
  values: z.array(z.array(z.union([z.string(), z.null()]))).min(1),
  seen: z.number().int(),
}) satisfies z.ZodType<WireTyping>;

const heartbeatMs = 15_000;

export function pageRoutes(deps: LocalDeps): Hono {
  const { engine, runtime, frames, live } = deps;
  const app = new Hono();

  app.get('/book', (context) =>
    context.json({
      title: engine.info.title,
      timeZone: engine.info.timeZone,
      locale: engine.info.locale,
      now: new Date(runtime.now()).toISOString(),
      users: people(engine),
      tabs: tabs(engine),
      mails: runtime.inbox().length,
      executions: runtime.executions().length,
    } satisfies WireBook),
  );

  app.get('/cells', (context) => {
    const [sheet, row, rows] = ['sheet', 'row', 'rows'].map((name) => Number(context.req.query(name)));
    if (sheet === undefined || !Number.isInteger(sheet) || !row || !rows || row < 1 || rows < 1)
      throw new RequestError(400, 'Ask for cells as ?sheet=ID&row=1&rows=200.');
    const since = context.req.query('since');
    return context.json(cellWindow(engine, sheet, row, rows, since ? Number(since) : undefined));
  });

  app.get('/rows', (context) => {
    const sheetId = Number(context.req.query('sheet'));
    const session = engine.session('');
    const sheet = session.sheets().find((candidate) => candidate.sheetId === sheetId);
    if (!sheet) throw new RequestError(404, 'This tab is gone.');
    return context.json({ rows: shownRows(session, sheet) });
  });

  app.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const waiting: WireEvent[] = [];
      let wake = () => {};
      const stop = live.listen((event) => {
        waiting.push(event);
        wake();
      });
      stream.onAbort(() => {
        stop();
        wake();
      });
      await stream.writeSSE({ event: 'hello', data: '{}' });
      while (!stream.aborted && !stream.closed) {
        const event = waiting.shift();
        if (event) await stream.writeSSE({ data: JSON.stringify(event) });
        else {
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, heartbeatMs);
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
          if (waiting.length === 0) await stream.writeSSE({ event: 'alive', data: '{}' });
        }
      }
      stop();
    }),
  );

  app.get('/menu', async (context) => context.json(await runtime.open(context.req.query('user') ?? '')));

  app.post('/call', async (context) => {
    const { selection, ...body } = await readBody(context, callBody);
    const outcome = await runtime.run({ ...body, ...(selection ? { selection } : {}) });
    await deps.afterRun(body.function);
    return context.json(callAnswer(outcome));
  });

  // As /local/edit and /local/act, but the answer does not wait for the triggers: a person types on meanwhile.
  app.post('/type', async (context) => {
    const { sheet, ...edit } = await readBody(context, typeBody);
    const { range, settled } = await deps.grid.edit({ ...edit, tab: sheet });
    settled.catch((error: unknown) => console.error(error));
    return context.json({ range });
  });

  app.post('/act', async (context) => {
    const { answer, settled } = await act(deps, await readBody(context, actSchema));
    settled.catch((error: unknown) => console.error(error));
    return context.json(answer);
  });

  function callAnswer({ result, error, ui }: RunOutcome): WireCall {
    const shown = frames.publish(ui);
    return error
      ? { error: { name: error.name, message: error.message }, ui: shown }
      : { result: result ?? null, ui: shown };
  }

  return app;
}
