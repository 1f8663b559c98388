// What the environment says, checked once at the start.

export interface Config {
  readonly port: number;
  readonly hostname: string;
  /** OAuth client id of the add-on's script. */
  readonly audience: string;
  /** Null: any workbook that is shared with the service account. */
  readonly workbooks: ReadonlySet<string> | null;
  readonly certsUrl: string | undefined;
  readonly sheetsRoot: string | undefined;
  readonly sheetsToken: string | undefined;
  /** Undefined: links work in this process only. */
  readonly linkKey: string | undefined;
  /** An http or https address without a trailing slash. */
  readonly publicUrl: string | undefined;
}

/** The configuration in these variables; blank ones count as absent. Throws an Error that says which is wrong, and how. */
export function readConfig(env: { readonly [name: string]: string | undefined }): Config {
  const set = (name: string) => env[name]?.trim() || undefined;
  const port = Number(set('PORT') ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('PORT is not a port number.');
  const audience = set('ROWBOOK_AUDIENCE');
  if (!audience) throw new Error('ROWBOOK_AUDIENCE is not set: it is the OAuth client id of the add-on’s script.');
  const linkKey = set('ROWBOOK_LINK_KEY');
  if (linkKey && linkKey.length < 32)
    throw new Error('ROWBOOK_LINK_KEY is too short: it needs at least 32 characters.');
  const publicUrl = set('ROWBOOK_PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl && !(URL.canParse(publicUrl) && /^https?:$/.test(new URL(publicUrl).protocol)))
    throw new Error('ROWBOOK_PUBLIC_URL is not an address like https://rowbook.example.com.');
  const certsUrl = set('ROWBOOK_CERTS_URL');
  const workbooks = (set('ROWBOOK_WORKBOOKS') ?? '').split(',').flatMap((id) => id.trim() || []);
  return {
    port,
    // A container must listen on all addresses; beside the local stand-in nobody else has business here.
    hostname: set('HOST') ?? (certsUrl ? '127.0.0.1' : '0.0.0.0'),
    audience,
    workbooks: workbooks.length > 0 ? new Set(workbooks) : null,
    certsUrl,
    sheetsRoot: set('ROWBOOK_SHEETS_ROOT'),
    sheetsToken: set('ROWBOOK_SHEETS_TOKEN'),
    linkKey,
    publicUrl,
  };
}
