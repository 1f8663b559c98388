// `npm run push [-- --function https://… | --no-function]`: builds the add-on, checks what would go up, and hands it to clasp.
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Script } from 'node:vm';
import { buildAll } from './build';
import { inProject } from './build/files';
import { adviceFor, readJson } from './push/clasp';
import { PushError } from './push/error';
import { chooseAddress } from './push/function-address';

const projectFile = '.clasp.local.json';
/** Not in the project file itself: clasp may write that one anew. */
const addressFile = '.function.local.json';
const sizeLimit = 300 * 1024;

async function readProject(): Promise<{ scriptId: string; rootDir: string }> {
  const text = await readFile(inProject(projectFile), 'utf8').catch(() => {
    throw new PushError(
      `There is no ${projectFile} yet. Copy .clasp.json to ${projectFile} and put your script's id into it (Extensions > Apps Script > Project Settings > Script ID).`,
    );
  });
  const project = readJson(text);
  if (!project)
    throw new PushError(
      `${projectFile} is not valid JSON. Copy .clasp.json to it again and put your script's id into it.`,
    );
  const { scriptId, rootDir } = project;
  if (!scriptId) throw new PushError(`${projectFile} has no scriptId: put your script's id into it.`);
  if (rootDir !== 'dist/addon') throw new PushError(`${projectFile}: rootDir must be "dist/addon", as in .clasp.json.`);
  return { scriptId, rootDir };
}

/** Apps Script evaluates Code.js before every call: what does not parse or is too large must not go up. */
async function checkBuilt(): Promise<void> {
  const code = await readFile(inProject('dist/addon/Code.js'), 'utf8');
  new Script(code, { filename: 'Code.js' });
  const bytes = Buffer.byteLength(code);
  if (bytes > sizeLimit) throw new PushError(`dist/addon/Code.js has ${bytes} bytes; the limit is ${sizeLimit}.`);
  const source = JSON.parse(await readFile(inProject('appsscript.json'), 'utf8'));
  const built = JSON.parse(await readFile(inProject('dist/addon/appsscript.json'), 'utf8'));
  if (JSON.stringify(source.oauthScopes) !== JSON.stringify(built.oauthScopes)) {
    throw new PushError('dist/addon/appsscript.json asks for other scopes than appsscript.json.');
  }
}

async function push(): Promise<void> {
  const { values } = parseArgs({ options: { function: { type: 'string' }, 'no-function': { type: 'boolean' } } });
  const { scriptId } = await readProject();
  const functionUrl = await chooseAddress(inProject(addressFile), {
    scriptId,
    given: values.function ?? (process.env.ROWBOOK_FUNCTION_URL || undefined),
    none: values['no-function'] ?? false,
  });
  console.log(functionUrl ? `The add-on may ask ${functionUrl}` : 'The add-on may ask no cloud function.');
  await buildAll(functionUrl ? { functionUrl } : {}, ['addon']);
  await checkBuilt();
  const clasp = spawnSync('npx', ['clasp', '--project', projectFile, 'push', '--force'], {
    cwd: inProject('.'),
    stdio: ['inherit', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  // Null when there is no npx to run.
  const said = clasp.stderr ?? '';
  process.stderr.write(said);
  const advice = adviceFor(said);
  if (advice) console.error(advice);
  process.exitCode = clasp.status ?? 1;
}

push().catch((error: unknown) => {
  if (!(error instanceof PushError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
