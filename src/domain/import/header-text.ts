// Headers of people and machines as text: for comparing, and to be read.

/**
 * Header text for comparing: lower case, no accents, words parted by single spaces.
 * `Deal_Stage`, `deal-stage` and `DealStage` are all `deal stage`.
 */
export function normalHeader(header: string): string {
  return header
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b\ufeff]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A machine's header made readable: `opportunity_id` → `Opportunity ID`. A header that people wrote stays as it is. */
export function readableHeader(header: string): string {
  const words = header.trim().replace(/\s+/g, ' ');
  if (!/_/.test(words) && !/^[a-z]/.test(words) && !/[a-z][A-Z]/.test(words)) return words;
  const text = words
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\b(id|url|vat|crm|po|sku)\b/g, (word) => word.toUpperCase());
  return text.charAt(0).toUpperCase() + text.slice(1);
}
