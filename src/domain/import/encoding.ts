// How the bytes of a file became text: the encodings to read them by, the likeliest first. Decoding is the host's.

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * Encodings to try in order, each but the last strictly: as the byte order mark says; else UTF-16 where every other byte is
 * zero; else UTF-8, and what is none as Windows-1252, which Excel saves.
 */
export function encodingsOf(bytes: Uint8Array): readonly string[] {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const encoding = mark?.encoding ?? unmarkedUtf16(bytes);
  return encoding ? [encoding] : ['utf-8', 'windows-1252'];
}

/** Western text in UTF-16 without a mark has a zero in every other byte. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  if (odd > half * 0.8 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.8 && odd < half * 0.1) return 'utf-16be';
  return undefined;
}
