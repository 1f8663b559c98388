// What counts as an e-mail address, and as the same one. Treats addresses as case-insensitive, as every large provider does,
// although RFC 5321 would let the part before the @ differ by case.

/** The address to compare by: trimmed, lower case, without `mailto:` and angle brackets. */
export function normalizeEmail(text: string): string {
  const inBrackets = /<([^<>]+)>\s*$/.exec(text);
  return (inBrackets?.[1] ?? text)
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}

/** Whether the text is one plausible address. Looser than RFC 5322, stricter than "has an @". */
export function isEmail(text: string): boolean {
  const address = text.trim();
  return (
    address.length <= 254 && /^[^\s@<>()[\],;:"\\]+@(?:[^\s@<>()[\],;:"\\.]+\.)+[^\s@<>()[\],;:"\\.]{2,}$/.test(address)
  );
}
