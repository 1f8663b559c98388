// When two spellings name the same company, product or person. Only for finding what is meant: what is stored is as written.

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const legalEndings = new Set(
  (
    'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg ohg ug se sa sas sarl ' +
    'srl spa bv nv oy oyj ab as aps pty pvt kk'
  ).split(' '),
);

/**
 * A company's name for comparing: case, accents, punctuation, a leading "the" and legal endings do not count.
 * "Acme, Inc." and "acme" are one; "Acme Labs" is another. A name of nothing but endings ("The Company") keeps its words.
 */
export function companyKey(name: string): string {
  const words = plain(name).split(' ').filter(Boolean);
  const kept = words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];
  while (kept.length > 1 && (legalEndings.has(kept[kept.length - 1] ?? '') || kept[kept.length - 1] === 'and'))
    kept.pop();
  return kept.join(' ');
}

/** A product's name for comparing: letters and digits only, so `GTXPro` is `GTX Pro`. */
export function productKey(name: string): string {
  return plain(name).replace(/ /g, '');
}

/** A person's name for comparing; "Snelling, Anna" is "Anna Snelling". */
export function personKey(name: string): string {
  return plain(unreversed(name));
}

/** "Snelling, Anna" as "Anna Snelling"; other names unchanged. */
function unreversed(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  return parts.length === 2 && parts[0] && parts[1] ? `${parts[1]} ${parts[0]}` : name.trim();
}

const particles = new Set('van von de der den del della di da dos du la le el al bin ibn ter ten'.split(' '));

/**
 * A full name in two parts: the last word, with particles before it ("van der Berg"), is the last name.
 * One word is a first name. It is a guess that a person may correct; nothing is left out.
 */
export function splitName(fullName: string): { firstName: string | null; lastName: string | null } {
  const words = unreversed(fullName).split(/\s+/).filter(Boolean);
  if (words.length < 2) return { firstName: words[0] ?? null, lastName: null };
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start--;
  return { firstName: words.slice(0, start).join(' '), lastName: words.slice(start).join(' ') };
}
