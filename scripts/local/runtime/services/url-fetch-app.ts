// UrlFetchApp: synchronous fetching from the stand-in's main thread.
import type { FetchAnswer, FetchRequest } from '../protocol';
import { Blob } from './blob';
import { bridge, call, exception } from './bridge';
import { fromBase64, toBase64 } from './bytes';
import { registerClass, registerService } from './register';
import { signature } from './signature';

interface FetchOptions {
  method?: string;
  headers?: { [name: string]: string };
  contentType?: string;
  payload?: unknown;
  muteHttpExceptions?: boolean;
  followRedirects?: boolean;
  validateHttpsCertificates?: boolean;
  escaping?: boolean;
}

const known = new Set([
  'method',
  'headers',
  'contentType',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
]);
const shownBody = 200;

class HTTPResponse {
  readonly #answer: FetchAnswer;

  constructor(answer: FetchAnswer) {
    this.#answer = answer;
  }

  getResponseCode(): number {
    return this.#answer.code;
  }

  getContentText(): string {
    return bridge().decode(this.#answer.body, 'utf8');
  }

  getContent(): number[] {
    return fromBase64(this.#answer.body);
  }

  getBlob(): Blob {
    const type = this.#answer.headers['content-type'];
    return new Blob(this.#answer.body, typeof type === 'string' ? type : null, null);
  }

  /** The last value of each header; names as they were sent, which on Google may differ in case. */
  getHeaders(): { [name: string]: string } {
    return Object.fromEntries(
      Object.entries(this.#answer.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? (value[0] ?? '') : value,
      ]),
    );
  }

  getAllHeaders(): { [name: string]: string | string[] } {
    return { ...this.#answer.headers };
  }
}

function toRequest(url: string, options: FetchOptions): FetchRequest {
  const missing = Object.keys(options).find((key) => !known.has(key));
  if (missing !== undefined) throw exception(`Invalid argument: ${missing}`);
  const method = (options.method ?? 'get').toUpperCase();
  const request: FetchRequest = {
    url,
    method,
    headers: Object.fromEntries(Object.entries(options.headers ?? {}).map(([name, value]) => [name, String(value)])),
    followRedirects: options.followRedirects ?? true,
  };
  if (options.payload !== undefined && options.payload !== null) {
    request.payload = toPayload(options.payload);
    request.contentType = options.contentType ?? defaultType(options.payload);
  } else if (options.contentType !== undefined) request.contentType = options.contentType;
  return request;
}

function toPayload(payload: unknown): string {
  if (typeof payload === 'string') return bridge().encode(payload, 'utf8');
  if (Array.isArray(payload)) return toBase64(payload);
  if (payload instanceof Blob) return toBase64(payload.getBytes());
  const form = Object.entries(payload as object)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return bridge().encode(form, 'utf8');
}

function defaultType(payload: unknown): string {
  return payload instanceof Blob
    ? (payload.getContentType() ?? 'application/octet-stream')
    : 'application/x-www-form-urlencoded';
}

export const urlFetchApp = registerService('UrlFetchApp', {
  fetch(url: string, options: FetchOptions = {}): HTTPResponse {
    signature('UrlFetchApp.fetch', arguments, 'string', 'string,object');
    const answer = call('UrlFetchApp.fetch', 'UrlFetchApp.fetch', toRequest(url, options));
    const response = new HTTPResponse(answer);
    if (answer.code >= 400 && !options.muteHttpExceptions) {
      const host = url.replace(/^(https?:\/\/[^/?#]*).*$/, '$1');
      const text = response.getContentText();
      const shown = text.length > shownBody ? `${text.slice(0, shownBody)}...` : text;
      throw exception(
        `Request failed for ${host} returned code ${answer.code}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
      );
    }
    return response;
  },

  fetchAll(requests: (string | (FetchOptions & { url: string }))[]): HTTPResponse[] {
    signature('UrlFetchApp.fetchAll', arguments, 'array');
    return requests.map((request) => {
      if (typeof request === 'string') return urlFetchApp.fetch(request);
      const { url, ...options } = request;
      return urlFetchApp.fetch(url, options);
    });
  },
});

registerClass('HTTPResponse', HTTPResponse);
