// The cloud function: one bundled file with a package.json of its own, ready for a deploy from source.
import { build } from 'esbuild';
import { inProject, put } from './files';

/** Builds `dist/function` (server.js, package.json). */
export async function buildFunction(): Promise<void> {
  const result = await build({
    entryPoints: [inProject('functions/server.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    keepNames: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  const manifest = {
    name: 'rowbook-function',
    version: '0.1.0',
    private: true,
    license: 'MIT',
    engines: { node: '>=20.19' },
    scripts: { start: 'node server.js' },
  };
  await Promise.all([
    put('dist/function/server.js', result.outputFiles[0]?.contents ?? ''),
    put('dist/function/package.json', `${JSON.stringify(manifest, null, 2)}\n`),
  ]);
}
