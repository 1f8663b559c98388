// The built add-on as Apps Script sees it: the manifest, Code.js with its public functions, the HTML files.
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';

export interface Manifest {
  timeZone: string;
  /** Full scopes; null: Apps Script would find them out by itself, so nothing is refused. */
  scopes: readonly string[] | null;
  /** null: any https address may be fetched. */
  fetchAllowlist: readonly string[] | null;
}

interface Code {
  text: string;
  cache: Uint8Array | null;
  functions: string[];
  mtimeMs: number;
}

const declared = /^(?:async\s+)?function\s*\*?\s*([A-Za-z_$][\w$]*)\s*\(/gm;
const assigned =
  /^(?:var|let|const)\s+([A-Za-z_$][\w$]*)\s*=\s*(?:async\s*)?(?:function\b|\([^()]*\)\s*=>|[\w$]+\s*=>)/gm;

/** By path: many runtimes over one build compile it once. */
const loaded = new Map<string, Code>();

export class Addon {
  readonly manifest: Manifest;

  constructor(private readonly folder: string) {
    const json = JSON.parse(readFileSync(join(folder, 'appsscript.json'), 'utf8'));
    this.manifest = {
      timeZone: json.timeZone ?? 'America/New_York',
      scopes: json.oauthScopes ?? null,
      fetchAllowlist: json.urlFetchWhitelist ?? null,
    };
  }

  /** Source and compile cache of Code.js; read again when the file has changed. */
  code(): { text: string; cache: Uint8Array | null } {
    return this.current();
  }

  /** Functions that can be called by name: a scan of the top level as Google's (APPS_SCRIPT.md 1.2), private ones left out. */
  functions(): string[] {
    return this.current().functions.filter((name) => !name.endsWith('_'));
  }

  has(name: string): boolean {
    return this.current().functions.includes(name);
  }

  /** Text of `name.html` (or `name` with its ending); null when there is none. */
  html(name: string): string | null {
    const file = basename(name) + (name.endsWith('.html') ? '' : '.html');
    try {
      return readFileSync(join(this.folder, file), 'utf8');
    } catch {
      return null;
    }
  }

  private current(): Code {
    const path = join(this.folder, 'Code.js');
    const { mtimeMs } = statSync(path);
    const known = loaded.get(path);
    if (known?.mtimeMs === mtimeMs) return known;
    const text = readFileSync(path, 'utf8');
    const code = { text, cache: compileCache(text), functions: topLevelFunctions(text), mtimeMs };
    loaded.set(path, code);
    return code;
  }
}

function topLevelFunctions(text: string): string[] {
  const names = [...text.matchAll(declared), ...text.matchAll(assigned)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

function compileCache(text: string): Uint8Array | null {
  try {
    return new Script(text, { filename: 'Code.js' }).createCachedData();
  } catch {
    // A syntax error is the executions' to report, with its line.
    return null;
  }
}
