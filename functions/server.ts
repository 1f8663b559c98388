// Opens the port: reads the environment, builds the app, stops cleanly. The only file of the function that does.
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { googleSheets } from './google-sheets';
import { tokenVerifier } from './identity';
import { pageLinks } from './links';
import { jsonLog } from './log';
import { workbookReader } from './workbook-reader';

const env = process.env;
const set = (name: string) => env[name]?.trim() || undefined;

const port = Number(set('PORT') ?? 8080);
const audience = set('ROWBOOK_AUDIENCE');
const certsUrl = set('ROWBOOK_CERTS_URL');
const rootUrl = set('ROWBOOK_SHEETS_ROOT');
const token = set('ROWBOOK_SHEETS_TOKEN');
const linkKey = set('ROWBOOK_LINK_KEY');
const publicUrl = set('ROWBOOK_PUBLIC_URL')?.replace(/\/+$/, '');
// A container must listen on all addresses; beside the local stand-in nobody else has business here.
const hostname = set('HOST') ?? (certsUrl ? '127.0.0.1' : '0.0.0.0');
const workbooks = (set('ROWBOOK_WORKBOOKS') ?? '').split(',').flatMap((id) => id.trim() || []);

if (!audience) {
  jsonLog('ERROR', 'ROWBOOK_AUDIENCE is not set: it is the OAuth client id of the add-on’s script.');
  process.exit(1);
}
if (!linkKey) {
  jsonLog('WARNING', 'ROWBOOK_LINK_KEY is not set: page links will only work in this process, until it ends.');
}

const verify = tokenVerifier({ audience, ...(certsUrl ? { certsUrl } : {}) });
const app = createApp({
  reader: workbookReader({ sheets: googleSheets({ ...(rootUrl ? { rootUrl } : {}), ...(token ? { token } : {}) }) }),
  verify,
  links: pageLinks(linkKey ?? randomBytes(32).toString('hex')),
  log: jsonLog,
  workbooks: workbooks.length > 0 ? new Set(workbooks) : null,
  ...(publicUrl ? { publicUrl } : {}),
  ready: () => verify.ready(),
});

const server = serve({ fetch: app.fetch, port, hostname }, ({ address, port: bound }) => {
  jsonLog('INFO', `Rowbook function is listening on ${address}:${bound}`);
});
server.on('error', (error) => {
  jsonLog('ERROR', `Cannot listen on ${hostname}:${port}: ${error.message}`);
  process.exit(1);
});

/** Cloud Run sends SIGTERM and, ten seconds later, SIGKILL: finish what runs, take nothing new. */
function stop(): void {
  server.close(() => process.exit(0));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  setTimeout(() => process.exit(0), 9_000).unref();
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
