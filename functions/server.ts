// Opens the port: reads the environment, builds the app, stops cleanly. The only file of the function that does.
import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { type Config, readConfig } from './config';
import { googleSheets } from './google-sheets';
import { tokenVerifier } from './identity';
import { pageLinks } from './links';
import { jsonLog } from './log';
import { workbookReader } from './workbook-reader';

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    jsonLog('ERROR', error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

const config = configOrExit();
const { audience, certsUrl, hostname, linkKey, port, publicUrl, sheetsRoot, sheetsToken, workbooks } = config;
if (!linkKey) {
  jsonLog('WARNING', 'ROWBOOK_LINK_KEY is not set: page links will only work in this process, until it ends.');
}

const verify = tokenVerifier({ audience, ...(certsUrl ? { certsUrl } : {}) });
const sheets = googleSheets({
  ...(sheetsRoot ? { rootUrl: sheetsRoot } : {}),
  ...(sheetsToken ? { token: sheetsToken } : {}),
});
const app = createApp({
  reader: workbookReader({ sheets }),
  verify,
  links: pageLinks(linkKey ?? randomBytes(32).toString('hex')),
  log: jsonLog,
  workbooks,
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
// One request's stray failure must not end the others.
process.on('unhandledRejection', (reason) => {
  jsonLog('ERROR', 'A failure that nobody waited for', { cause: String(reason).slice(0, 500) });
});
