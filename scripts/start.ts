// `npm start`: builds everything and runs Rowbook in a local workbook. See scripts/local/server/options.ts for the flags.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// The machine's zone becomes the workbook's; the process itself runs in the manifest's, as scripts do on Google. This has
// to happen before any other module computes with dates, hence the imports further down.
const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Etc/UTC';
const manifest = fileURLToPath(new URL('../appsscript.json', import.meta.url));
process.env.TZ = JSON.parse(readFileSync(manifest, 'utf8')).timeZone;

const { StartError } = await import('./local/server/problem');

try {
  const { asksForHelp, help, parseOptions } = await import('./local/server/options');
  if (asksForHelp(process.argv.slice(2))) {
    console.log(help);
    process.exit(0);
  }
  const options = parseOptions(process.argv.slice(2));
  const { buildAll } = await import('./build');
  const { startLocal } = await import('./local/server/server');
  // The test run has built everything once, for all the servers it starts.
  if (!process.env.ROWBOOK_BUILT) await buildAll();
  const server = await startLocal(options, machineZone === 'UTC' ? 'Etc/UTC' : machineZone, (line) =>
    console.log(line),
  );
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await server.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  // Said last: who reads it may stop the server at once.
  console.log(`Rowbook is running at ${server.address}`);
  if (options.browser) openBrowser(server.address);
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

/** Opens the page if this machine knows how; a machine without a browser is told the address anyway. */
function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(command, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
