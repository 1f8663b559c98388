// The compiled add-on in the stand-in's runtime, over an empty workbook.
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../scripts/build/files';
import { partNames } from '../../scripts/build/parts';
import { openEngine } from '../../scripts/local/engine/index';
import type { Engine } from '../../scripts/local/engine/types';
import { createRuntime, type Runtime } from '../../scripts/local/runtime/index';

export const admin = 'admin@example.com';
export const code = readFileSync(inProject('dist/addon/Code.js'), 'utf8');
/** Code.js and all that it loads. */
export const allCode = partNames.reduce(
  (all, part) => all + readFileSync(inProject(`dist/addon/${part}.html`), 'utf8').replace(/^<script>|<\/script>$/g, ''),
  code,
);

export interface BundleStage {
  engine: Engine;
  runtime: Runtime;
  close(): Promise<void>;
}

/** `more` is put at the end of a copy of Code.js. */
export function stageBundle(more = ''): BundleStage {
  const folder = mkdtempSync(join(tmpdir(), 'rowbook-bundle-'));
  cpSync(inProject('dist/addon'), folder, { recursive: true });
  appendFileSync(join(folder, 'Code.js'), `\n${more}\n`);
  const engine = openEngine({
    file: ':memory:',
    id: 'local',
    title: 'Team',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    owner: admin,
  });
  const runtime = createRuntime({
    engine,
    addon: folder,
    identityToken: async () => 'token',
    realNow: () => Date.UTC(2026, 10, 23, 9),
    timers: false,
  });
  return {
    engine,
    runtime,
    async close() {
      await runtime.close();
      engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
