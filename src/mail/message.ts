// What a mail is before it is sent, and the two cleanings that every text from a cell goes through on its way into one.

export interface Mail {
  readonly to: string;
  /** One line, no control characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * The text on one line: a line break in a subject would start a header of its own, and one in a title would fake a line of
 * the mail. Control characters go, and so do the marks that turn the reading direction of what follows.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
}

/** The address when it is one that a mail may link to (http, https); else null. */
export function safeLink(address: string | null): string | null {
  return address !== null && /^https?:\/\/[^\s"'<>]+$/i.test(address) ? address : null;
}
