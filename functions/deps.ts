// What the app is built from, and what its requests carry along. Types only.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Deadline } from './deadline';
import type { Caller } from './identity';
import type { Links } from './links';
import type { Log } from './log';
import type { WorkbookReader } from './workbook-reader';

export interface Deps {
  readonly reader: WorkbookReader;
  readonly verify: (token: string) => Promise<Caller>;
  readonly links: Links;
  readonly log: Log;
  /** Ids of the workbooks that may be asked about; null: any that is shared with the service account. */
  readonly workbooks: ReadonlySet<string> | null;
  /** Where people reach the function, without a trailing slash; left out, links are answered as paths only. */
  readonly publicUrl?: string;
  /** Throws when the function cannot do its work yet. */
  readonly ready?: () => Promise<void>;
}

export interface Env {
  Variables: { requestId: string; caller: Caller; deadline: Deadline };
}
export type App = OpenAPIHono<Env>;
