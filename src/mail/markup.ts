// Markup of mails as template literals: what is put in is text, and escaped, unless it is markup itself. Libraries for this are many
// times the size (Apps Script reads the whole bundle at each call), or call what its engine may lack, like Array.prototype.at.

/** Text that is markup already. `html` alone makes it. */
class Markup {
  constructor(readonly text: string) {}
}

type Content = string | number | false | null | undefined | Markup | readonly Content[];

const entities: { readonly [letter: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup with these contents, lists one after the other, blank ones as nothing. Attributes must stand in quotes. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(parts.map((part, index) => (index === 0 ? part : textOf(contents[index - 1]) + part)).join(''));
}

function textOf(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (Array.isArray(content)) return content.map(textOf).join('');
  if (content === false || content === null || content === undefined) return '';
  return String(content).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
