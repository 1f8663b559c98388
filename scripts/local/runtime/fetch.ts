// UrlFetchApp's side on the network: which addresses may be fetched, and the fetch itself (APPS_SCRIPT.md 4, 5.2).
import { ServiceError } from './errors';
import type { FetchAnswer, FetchRequest } from './protocol';

const timeoutMs = 60_000;
const longestAddress = 2082;
const largestBody = 50 * 1024 * 1024;

/** Throws in Google's words unless the address is https and allowed; addresses of the stand-in itself always are. */
export function checkAddress(
  address: string,
  allowlist: readonly string[] | null,
  localOrigins: readonly string[],
): void {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new ServiceError(`Invalid argument: ${address}`);
  }
  if (address.length > longestAddress) throw new ServiceError('Limit Exceeded: URLFetch URL Length.');
  if (localOrigins.includes(url.origin)) return;
  if (isLocal(url.hostname)) throw new ServiceError(`Address unavailable: ${address}`);
  if (url.protocol !== 'https:') throw new ServiceError(`Attempted to access invalid URL: ${address}`);
  if (allowlist && !allowlist.some((prefix) => isUnder(url, prefix))) {
    throw new ServiceError(
      `A request to retrieve an external URL (${address}) was made, but it does not match any URL in the urlFetchWhitelist of the manifest.`,
    );
  }
}

/** Fetches; an answer of any status is an answer. Throws in Google's words when there is none. */
export async function fetchAddress(request: FetchRequest): Promise<FetchAnswer> {
  const headers = new Headers(request.headers);
  if (request.contentType !== undefined) headers.set('content-type', request.contentType);
  const body = request.payload === undefined ? null : Buffer.from(request.payload, 'base64');
  if (body && body.length > largestBody) throw new ServiceError('Limit Exceeded: URLFetch POST Size.');
  let response: Response;
  let bytes: Buffer;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers,
      body,
      redirect: request.followRedirects ? 'follow' : 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    bytes = Buffer.from(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') throw new ServiceError(`Timeout: ${request.url}`);
    throw new ServiceError(`Address unavailable: ${request.url}`);
  }
  const answered: FetchAnswer['headers'] = Object.fromEntries(response.headers);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 1) answered['set-cookie'] = cookies;
  return { code: response.status, headers: answered, body: bytes.toString('base64') };
}

function isLocal(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}

function isUnder(url: URL, prefix: string): boolean {
  const allowed = /^https:\/\/(\*\.)?([^/]+)(\/.*)$/.exec(prefix);
  if (!allowed) return false;
  const [, wildcard, host = '', path = ''] = allowed;
  const hostFits = wildcard ? url.host.endsWith(`.${host}`) : url.host === host;
  const folder = path.endsWith('/') ? path : `${path}/`;
  return hostFits && (url.pathname === path || url.pathname.startsWith(folder));
}
