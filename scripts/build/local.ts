// The local stand-in's built parts: the worker that runs one execution, and the page.
import { basename } from 'node:path';
import { build } from 'esbuild';
import { inProject, put } from './files';

/** Builds `dist/local` (worker.js, services.js, page/app.js, page/app.css, page/mobile.js, page/frame.js). */
export async function buildLocal(): Promise<void> {
  await Promise.all([buildWorker(), buildPage()]);
}

async function buildWorker(): Promise<void> {
  const common = { bundle: true, write: false, target: 'node20' } as const;
  const [worker, services] = await Promise.all([
    build({
      ...common,
      entryPoints: [inProject('scripts/local/runtime/worker.ts')],
      platform: 'node',
      format: 'cjs',
    }),
    // Apps Script's services run inside the script's own context, which has nothing of Node.
    build({
      ...common,
      entryPoints: [inProject('scripts/local/runtime/services/index.ts')],
      platform: 'neutral',
      format: 'iife',
      globalName: 'services',
    }),
  ]);
  await Promise.all([
    put('dist/local/worker.js', worker.outputFiles[0]?.contents ?? ''),
    put('dist/local/services.js', services.outputFiles[0]?.contents ?? ''),
    put('dist/local/package.json', '{ "type": "commonjs" }\n'),
  ]);
}

async function buildPage(): Promise<void> {
  const result = await build({
    entryPoints: {
      app: inProject('scripts/local/page/index.tsx'),
      frame: inProject('scripts/local/page/frame.ts'),
      mobile: inProject('scripts/local/page/mobile.tsx'),
    },
    bundle: true,
    write: false,
    outdir: inProject('dist/local/page'),
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  await Promise.all(result.outputFiles.map((file) => put(`dist/local/page/${basename(file.path)}`, file.contents)));
}
