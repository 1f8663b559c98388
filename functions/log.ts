// One JSON line per entry, as Cloud Logging reads them from standard output. Never a token, a query or a cell.

export type Severity = 'INFO' | 'WARNING' | 'ERROR';

export type Log = (severity: Severity, message: string, details?: { readonly [key: string]: unknown }) => void;

/** Writes to standard output. */
export const jsonLog: Log = (severity, message, details = {}) => {
  process.stdout.write(`${JSON.stringify({ severity, message, time: new Date().toISOString(), ...details })}\n`);
};

/** The path of a request as it may be logged: a page link's token is a key to the report, so it is left out. */
export function loggedPath(path: string): string {
  return path.replace(/^\/r\/.*/, '/r/…').slice(0, 300);
}
