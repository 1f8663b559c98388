// A record's fingerprint: equal for equal values, whatever the order of keys or columns. Not cryptographic; it notices
// change, it does not resist an attacker (who could edit the ledger as well).
import type { FieldValue } from './schema';

/** The one text that stands for these fields. Blank fields and empty lists count as absent, so that a new column changes nothing. */
export function canonical(fields: { readonly [key: string]: FieldValue | undefined }): string {
  const parts: string[] = [];
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key];
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    parts.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  }
  return `{${parts.join(',')}}`;
}

/** 16 hexadecimal digits for these fields. `raw` holds cells that could not be read, which must be noticed as well. */
export function hashFields(
  fields: { readonly [key: string]: FieldValue | undefined },
  raw: { readonly [key: string]: FieldValue } = {},
): string {
  return hashText(canonical(fields) + canonical(raw));
}

/** Two lanes of FNV-1a (draft-eastlake-fnv) with different starts, 64 bits as 16 hexadecimal digits: quick and without BigInt. */
export function hashText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    // The second lane also takes in the first, so that what collides in one differs in the other.
    high = Math.imul(high ^ code ^ (low >>> 15), 0x01000193);
  }
  return hex(high) + hex(low);
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}
