// The cloud function: one bundled file with a package.json of its own, ready for a deploy from source.
import { build, type Plugin } from 'esbuild';
import { inProject, put } from './files';

/** Leaves out zod's error texts in some fifty languages: a quarter of the bundle, read at every start, used by nothing. */
const withoutLocales: Plugin = {
  name: 'without-locales',
  setup(building) {
    building.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: 'export {};' }));
  },
};

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
    plugins: [withoutLocales],
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
