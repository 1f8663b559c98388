// The app over a workbook in memory, with people who are who they say they are.
import { createApp } from '../../functions/app';
import type { Deps } from '../../functions/deps';
import { pageLinks } from '../../functions/links';
import { RequestProblem } from '../../functions/problem';
import { workbookReader } from '../../functions/workbook-reader';
import { type Asked, type FakeWorkbook, fakeSheets } from './fake-sheets';

export const linkKey = 'a key for tests that is long enough to sign with';

export interface AppUnderTest {
  readonly asked: Asked;
  readonly logged: string[];
  /** A request; `as` is the email in its token. */
  ask(path: string, options?: { as?: string; body?: unknown; headers?: { [name: string]: string } }): Promise<Response>;
}

/** Tokens are the email itself: verification has its own tests. */
export function appUnderTest(
  workbook: FakeWorkbook,
  changes: Partial<Deps> & { keepMs?: number; fail?: (request: keyof Asked) => void } = {},
): AppUnderTest {
  const { keepMs = 0, fail, ...deps } = changes;
  const { sheets, asked } = fakeSheets(workbook, fail);
  const logged: string[] = [];
  const app = createApp({
    reader: workbookReader({ sheets, keepMs, retry: { sleep: async () => {}, random: () => 0 } }),
    verify: async (token) => {
      if (!token.includes('.example')) throw new RequestProblem(401, 'bad-token', 'No.');
      return { email: token.replace('~', '@') };
    },
    links: pageLinks(linkKey),
    log: (...entry) => logged.push(JSON.stringify(entry)),
    workbooks: null,
    ...deps,
  });
  return {
    asked,
    logged,
    async ask(path, { as, body, headers = {} } = {}) {
      return app.request(path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(as === undefined ? {} : { authorization: `Bearer ${as.replace('@', '~')}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
  };
}
