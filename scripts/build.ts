// `npm run build [-- addon function local] [--function https://…]`: makes dist/ (all of it unless parts are named).
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type AddonOptions, buildAddon } from './build/addon';
import { buildFunction } from './build/function';
import { buildLocal } from './build/local';

const parts: { [name: string]: (options: AddonOptions) => Promise<void> } = {
  addon: buildAddon,
  function: buildFunction,
  local: buildLocal,
};

/** Builds the named parts of `dist/`, or all of them. */
export async function buildAll(
  options: AddonOptions = {},
  names: readonly string[] = Object.keys(parts),
): Promise<void> {
  await Promise.all(
    names.map((name) => {
      const part = parts[name];
      if (!part) throw new Error(`There is no part “${name}” to build: ${Object.keys(parts).join(', ')}`);
      return part(options);
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    options: { function: { type: 'string' } },
    allowPositionals: true,
  });
  const functionUrl = values.function ?? process.env.ROWBOOK_FUNCTION_URL;
  await buildAll(functionUrl ? { functionUrl } : {}, positionals.length > 0 ? positionals : undefined);
}
