// Bytes as Apps Script has them (signed, -128 to 127) and base64.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: readonly number[]): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const chunk = bytes.slice(index, index + 3).map((byte) => byte & 0xff);
    const bits = ((chunk[0] ?? 0) << 16) | ((chunk[1] ?? 0) << 8) | (chunk[2] ?? 0);
    for (let place = 0; place < 4; place++) {
      text += place <= chunk.length ? alphabet[(bits >> (18 - 6 * place)) & 63] : '=';
    }
  }
  return text;
}

/** Null when the text is not base64. */
export function tryFromBase64(text: string): number[] | null {
  const bare = text.replace(/=+$/, '');
  if (bare.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(bare)) return null;
  const bytes: number[] = [];
  for (let index = 0; index < bare.length; index += 4) {
    const chunk = bare.slice(index, index + 4);
    let bits = 0;
    for (let place = 0; place < 4; place++) bits = (bits << 6) | Math.max(alphabet.indexOf(chunk[place] ?? 'A'), 0);
    for (let place = 0; place < chunk.length - 1; place++) bytes.push(((bits >> (16 - 8 * place)) << 24) >> 24);
  }
  return bytes;
}

export function fromBase64(text: string): number[] {
  return tryFromBase64(text) ?? [];
}
