// Utilities: dates, bytes, digests, sleeping.
import { Blob, charsetName } from './blob';
import { bookLocal, bridge, call, exception, started } from './bridge';
import { fromBase64, toBase64, tryFromBase64 } from './bytes';
import { parseCsv } from './csv';
import { type EnumValue, enumOf, nameIn } from './enums';
import { formatJavaDate } from './java-date';
import { registerService } from './register';
import { isDate, signature } from './signature';

const charsets = enumOf('US_ASCII', 'UTF_8');
const digests = enumOf('MD2', 'MD5', 'SHA_1', 'SHA_256', 'SHA_384', 'SHA_512');
const macs = enumOf('HMAC_MD5', 'HMAC_SHA_1', 'HMAC_SHA_256', 'HMAC_SHA_384', 'HMAC_SHA_512');

/** Bytes or text as base64. */
function base64Of(data: unknown, charset: unknown = 'UTF-8'): string {
  return Array.isArray(data) ? toBase64(data) : bridge().encode(String(data), charsetName(charset));
}

function toWebSafe(base64: string): string {
  return base64.replace(/\+/g, '-').replace(/\//g, '_');
}

function decoded(text: string): number[] {
  const bytes = tryFromBase64(text);
  if (!bytes) throw exception('Could not decode string.');
  return bytes;
}

function hash(name: string): string {
  return name.replace('HMAC_', '').replace('_', '').toLowerCase();
}

export const utilities = registerService('Utilities', {
  Charset: charsets,
  DigestAlgorithm: digests,
  MacAlgorithm: macs,

  formatDate(date: Date, timeZone: string, format: string): string {
    signature('Utilities.formatDate', arguments, 'date,string,string');
    bookLocal();
    return isDate(date) ? formatJavaDate(date.getTime(), timeZone, format) : '';
  },

  getUuid(): string {
    bookLocal();
    return started().lockstep ? seededUuid() : bridge().uuid();
  },

  sleep(milliseconds: number): void {
    signature('Utilities.sleep', arguments, 'number');
    call('Utilities.sleep', 'Utilities.sleep', milliseconds);
  },

  base64Encode: (data: unknown, charset?: EnumValue) => base64Of(data, charset),
  base64EncodeWebSafe: (data: unknown, charset?: EnumValue) => toWebSafe(base64Of(data, charset)),
  base64Decode: (text: string) => decoded(text),
  base64DecodeWebSafe: (text: string) => decoded(text.replace(/-/g, '+').replace(/_/g, '/')),

  computeDigest(algorithm: EnumValue, value: unknown, charset?: EnumValue): number[] {
    const name = nameIn(digests, algorithm);
    if (name === null || name === 'MD2') throw exception('Invalid argument: algorithm');
    bookLocal();
    return fromBase64(bridge().digest(hash(name), base64Of(value, charset), null));
  },

  computeHmacSha256Signature(value: unknown, key: unknown, charset?: EnumValue): number[] {
    bookLocal();
    return fromBase64(bridge().digest('sha256', base64Of(value, charset), base64Of(key, charset)));
  },

  computeHmacSignature(algorithm: EnumValue, value: unknown, key: unknown, charset?: EnumValue): number[] {
    const name = nameIn(macs, algorithm);
    if (name === null) throw exception('Invalid argument: algorithm');
    bookLocal();
    return fromBase64(bridge().digest(hash(name), base64Of(value, charset), base64Of(key, charset)));
  },

  newBlob(data: unknown, contentType?: string, name?: string): Blob {
    return new Blob(base64Of(data), contentType ?? (typeof data === 'string' ? 'text/plain' : null), name ?? null);
  },

  parseCsv(csv: string, delimiter = ','): string[][] {
    signature('Utilities.parseCsv', arguments, 'string', 'string,string');
    return parseCsv(csv, String(delimiter));
  },
});

function seededUuid(): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(Math.random() * 16).toString(16));
}
