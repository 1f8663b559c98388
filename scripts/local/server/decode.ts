// The text of a file that somebody saved somehow: UTF-8 with or without a mark, UTF-16, or Windows-1252.
import { encodingsOf } from '../../../src/domain/import/encoding';

/** The file's text without its byte order mark. */
export function decodeText(bytes: Uint8Array): string {
  const [likeliest = 'utf-8', otherwise] = encodingsOf(bytes);
  try {
    return new TextDecoder(likeliest, { fatal: otherwise !== undefined }).decode(bytes);
  } catch {
    return new TextDecoder(otherwise).decode(bytes);
  }
}
