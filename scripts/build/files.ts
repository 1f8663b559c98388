// Writing built files: whole or not at all, and only when they changed, so that a running server never reads half of one.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path inside the project. */
export function inProject(path: string): string {
  return resolve(root, path);
}

/** Writes `content` to a path inside the project, making folders, unless it is there already. */
export async function put(path: string, content: string | Uint8Array): Promise<void> {
  const target = inProject(path);
  const bytes = Buffer.from(content);
  const before = await readFile(target).catch(() => null);
  if (before?.equals(bytes)) return;
  await mkdir(dirname(target), { recursive: true });
  const draft = `${target}.${process.pid}.tmp`;
  await writeFile(draft, bytes);
  await rename(draft, target);
}
