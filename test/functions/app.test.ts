// What holds for every request: problems, limits, headers, hostile input, the OpenAPI page.
import { describe, expect, it } from 'vitest';
import { appUnderTest } from './app-under-test';
import { fakeWorkbook, schemaTab } from './fake-sheets';

const as = 'ada@rowbook.example';
const workbook = () => fakeWorkbook([schemaTab('deals', [])]);
const validate = '/v1/workbooks/w1/changes:validate';
const change = { tab: 'deals', changes: { name: 'A', stage: 'Lead' } };

// biome-ignore lint/suspicious/noExplicitAny: an answer as any program reads it
const json = async (response: Response): Promise<any> => response.json();

describe('every refusal', () => {
  const refused: [string, string, object, number][] = [
    ['an unknown address', '/nothing', {}, 404],
    ['an unknown address below /v1', '/v1/nothing', { as }, 404],
    ['an address that only looks like the right one', '/v1/workbooks/w1/changes-validate', { as, body: {} }, 404],
    ['a method that is not offered', validate, { as }, 405],
    ['an unknown report', '/v1/workbooks/w1/reports/secrets', { as }, 404],
    ['a workbook id that is none', '/v1/workbooks/..%2f..%2fetc/reports/pipeline', { as }, 422],
    ['broken percent signs', '/v1/workbooks/%E0%A4%A/reports/pipeline', { as }, 422],
    ['broken JSON', validate, { as, body: '{"changes":[' }, 400],
    ['JSON of another shape', validate, { as, body: '[]' }, 422],
    ['an unknown tab', validate, { as, body: { changes: [{ tab: 'team', changes: {} }] } }, 422],
    ['too many changes', validate, { as, body: { changes: Array(501).fill(change) } }, 422],
    ['another content type', validate, { as, body: '{}', headers: { 'content-type': 'text/plain' } }, 415],
    ['a body beyond the limit', validate, { as, body: `{"x":"${'x'.repeat(5_000_000)}"}` }, 413],
  ];

  it.each(refused)('of %s is a problem with its status', async (_, path, options, status) => {
    const response = await appUnderTest(workbook()).ask(path, options);
    const problem = await json(response);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(problem).toMatchObject({ status, code: expect.any(String), title: expect.any(String) });
    expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  });

  it('of a value names its path', async () => {
    const body = { changes: [change, { ...change, tab: 'nonsense' }] };
    const problem = await json(await appUnderTest(workbook()).ask(validate, { as, body }));
    expect(problem.field).toBe('changes.1.tab');
  });

  it('of a workbook that is not on the list tells nothing', async () => {
    const app = appUnderTest(workbook(), { workbooks: new Set(['w2']) });
    expect((await app.ask('/v1/workbooks/w1/reports/pipeline', { as })).status).toBe(404);
    expect(app.asked.properties).toBe(0);
  });

  it('of a workbook without Rowbook says what to do', async () => {
    const app = appUnderTest({
      tabs: [{ title: 'Sheet1', rows: [['a']] }],
      marks: [],
      locale: 'en_US',
      timeZone: 'Etc/UTC',
    });
    const response = await app.ask('/v1/workbooks/w1/reports/pipeline', { as });
    expect([response.status, (await json(response)).code]).toEqual([409, 'not-set-up']);
  });

  it('of a caller who waits too little comes in time', async () => {
    const app = appUnderTest(workbook());
    const response = await app.ask(validate, { as, body: { changes: [change] }, headers: { 'x-deadline-ms': '0' } });
    expect([response.status, (await json(response)).code]).toEqual([504, 'out-of-time']);
  });
});

describe('what goes wrong with Google', () => {
  const fail = (status: number) => () => {
    throw Object.assign(new Error('Google says no to Secret deal'), { status });
  };
  it.each([
    [403, 502, 'workbook-not-shared'],
    [404, 404, 'workbook-not-found'],
    [401, 502, 'credentials'],
    [429, 503, 'google-busy'],
    [500, 503, 'google-down'],
    [503, 503, 'google-down'],
  ])('%i becomes %i %s', async (google, status, code) => {
    const app = appUnderTest(workbook(), { fail: fail(google) });
    const response = await app.ask('/v1/workbooks/w1/reports/pipeline', { as });
    const text = await response.text();
    expect([response.status, JSON.parse(text).code]).toEqual([status, code]);
    expect(text).not.toContain('Secret');
    expect(app.asked.properties).toBe(google === 429 || google >= 500 ? 5 : 1);
  });
});

describe('every answer', () => {
  it('forbids script, frames, guessing of types, caches and other origins', async () => {
    const response = await appUnderTest(workbook()).ask('/health', { headers: { origin: 'https://evil.example' } });
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is logged without its token, its query and its cells', async () => {
    const app = appUnderTest(workbook());
    await app.ask('/v1/workbooks/w1/reports/pipeline?owner=Ada', { as });
    expect(app.logged.join('\n')).toContain('GET /v1/workbooks/w1/reports/pipeline 200');
    expect(app.logged.join('\n')).not.toMatch(/ada|Bearer|owner/i);
  });
});

describe('the OpenAPI page', () => {
  it('describes every address, and every reference in it resolves', async () => {
    const document = await json(await appUnderTest(workbook()).ask('/openapi.json'));
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual([
      '/health',
      '/r/{token}',
      '/ready',
      '/v1/workbooks/{id}/changes:validate',
      '/v1/workbooks/{id}/report-links',
      '/v1/workbooks/{id}/reports/{name}',
    ]);
    const references = JSON.stringify(document).match(/#\/components\/schemas\/\w+/g) ?? [];
    expect(references.length).toBeGreaterThan(5);
    for (const reference of references) {
      expect(document.components.schemas).toHaveProperty(reference.split('/')[3] ?? '');
    }
    for (const [path, operations] of Object.entries<Record<string, { responses: object; parameters?: object[] }>>(
      document.paths,
    )) {
      for (const operation of Object.values(operations)) {
        expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
        const named = (operation.parameters ?? [])
          .map((one) => one as { in: string; name: string })
          .filter((one) => one.in === 'path');
        expect(named.map(({ name }) => `{${name}}`).sort()).toEqual((path.match(/\{\w+\}/g) ?? []).sort());
      }
    }
  });

  it('describes the answers as they are', async () => {
    const { pipelineReportSchema, problemSchema } = await import('../../functions/schemas');
    const app = appUnderTest(workbook());
    const report = await json(await app.ask('/v1/workbooks/w1/reports/pipeline?rows=won', { as }));
    expect(pipelineReportSchema.strict().safeParse(report).error).toBeUndefined();
    const problem = await json(await app.ask('/nothing'));
    expect(problemSchema.strict().safeParse(problem).error).toBeUndefined();
  });
});

describe('readiness', () => {
  it('is refused while the keys cannot be had', async () => {
    const app = appUnderTest(workbook(), {
      ready: async () => {
        throw new Error('no keys');
      },
    });
    expect((await app.ask('/ready')).status).toBe(503);
    expect((await app.ask('/health')).status).toBe(200);
  });
});
