// Who may talk to the local server: programs of this machine and its own page, and no page of another origin.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RequestError } from './problem';

const bodyLimitBytes = 24 * 1024 * 1024;

/** The two names under which this server is reached; the page lives under one, the add-on's frames under the other. */
export function ownHosts(port: number): readonly [string, string] {
  return [`localhost:${port}`, `127.0.0.1:${port}`];
}

/**
 * Refuses (403) a foreign Host (DNS rebinding), any Origin but the server's own, and what the browser itself calls
 * cross-site; a body that is not JSON (415), because forms of other pages can send anything else without asking.
 */
export function guard(port: number): MiddlewareHandler {
  const hosts = ownHosts(port);
  const origins = hosts.map((host) => `http://${host}`);
  return async (context, next) => {
    const host = context.req.header('host');
    if (host === undefined || !hosts.includes(host.toLowerCase()))
      throw new RequestError(403, 'This server answers only under its own name, localhost.');
    const origin = context.req.header('origin');
    if (origin !== undefined && !origins.includes(origin))
      throw new RequestError(403, 'Pages of another origin may not use this server.');
    const site = context.req.header('sec-fetch-site')?.toLowerCase();
    if ((site === 'cross-site' || site === 'same-site') && !mayCross(context, site))
      throw new RequestError(403, 'Pages of another origin may not use this server.');
    const hasBody = context.req.header('content-length') !== '0' && context.req.raw.body !== null;
    if (hasBody && !/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
      throw new RequestError(415, 'Send the body as application/json.');
    await next();
  };
}

/** Two doors stay open: following a link to the page itself or the web app, and the add-on's frames (their address is a secret). */
function mayCross(context: Context, site: string): boolean {
  if (context.req.method !== 'GET') return false;
  const destination = context.req.header('sec-fetch-dest');
  if (context.req.path.startsWith('/local/frame/')) return destination === 'iframe';
  return site === 'same-site' && ['/', '/mobile'].includes(context.req.path) && destination === 'document';
}

/** Refuses bodies above 24 MB. */
export function limitBody(): MiddlewareHandler {
  return bodyLimit({
    maxSize: bodyLimitBytes,
    onError: () => {
      throw new RequestError(413, 'The request is larger than 24 MB.');
    },
  });
}
