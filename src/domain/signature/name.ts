// Whose signature it is: a name among the pieces of text, and its two parts.
import { splitName } from '../import/names';
import { fold } from '../text';
import type { Take } from './taken';
import { isCompany, isJob } from './words';
import { domainWord } from './work';

/** Before and behind a name; neither is a part of it. */
const titles =
  /^((i\.\s?[av]|ppa|dr|med|prof|mr|mrs|ms|mx|herr|frau|dhr|mevr|mw|drs|ir|ing|dipl|dott|dottssa|sr|sra|mag|m|mme)(\.-?|\s)[-\s]*)+(?=\S)/i;
const degrees =
  /^(ph\.?d|m\.?b\.?a|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?d|ll\.?m|cpa|cfa|pmp|esq|jr|sr|ii|iii|mba?a|p\.?e)\.?$/i;

/** A name takes two to six words that begin with a capital, or particles; without small and capital letters, two to three. */
function isName(piece: string): boolean {
  const words = piece.replace(titles, '').split(/[\s,]+/);
  const folded = fold(piece);
  return (
    words.length > 1 &&
    words.length < 7 &&
    !/\d/.test(piece) &&
    !isJob(folded) &&
    !isCompany(folded) &&
    words.every((word) =>
      /^(\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}+|[a-z]{1,3}|d['’]\p{Lu}\S*|[vd]['’]?|“.*”|\(\p{Lu}\p{L}+\))$/u.test(word),
    ) &&
    /^[\p{Lu}\p{Lo}]/u.test(words[0] ?? '')
  );
}

/** Takes the name out of the pieces: the one that fits the address, else the first that can be one. Answers the others. */
export function takeName(pieces: readonly string[], email: string | undefined, set: Take, rest: string[]): string[] {
  const local = fold(email?.split('@')[0] ?? '');
  const fits = (text: string) =>
    text
      .split(/[\s,.]+/)
      .some((word) => word.length > 2 && /^\p{L}/u.test(word) && local.includes(fold(word)) && !isJob(fold(word)));
  // “Jane Doe, PhD, Director”: degrees and what follows are no part of a name; “Doe, Jane” is one.
  const parts = (piece: string) => {
    const [first = '', ...others] = piece.split(/,\s*/);
    const isReversed =
      others.length === 1 && isName(piece) && !/\S\s.*,.*\s\S/.test(piece) && !degrees.test(others[0] ?? '');
    return isReversed || others.length === 0 ? [piece] : [first, ...others];
  };
  const names = pieces.filter((piece) => isName(parts(piece)[0] ?? ''));
  const single = (piece: string) =>
    (fits(piece) || pieces.length === 1) && /^\p{Lu}[\p{L}\p{M}-]+$/u.test(piece) && domainWord(email) !== fold(piece);
  const chosen = names.find(fits) ?? names[0] ?? pieces.find(single);
  if (chosen === undefined) return [...pieces];
  const [whole = '', ...others] = parts(chosen);
  const [title = ''] = titles.exec(whole) ?? [];
  if (title !== '') rest.push(title.trim());
  const words = whole.slice(title.length);
  const { firstName, lastName } = nameOf(words);
  set('firstName', firstName ?? '');
  set('lastName', lastName ?? '');
  return pieces.flatMap((piece) => {
    if (piece !== chosen) return [piece];
    rest.push(...others.filter((part) => degrees.test(part)));
    return others.filter((part) => !degrees.test(part));
  });
}

/** Names in signs of the far east begin with the family's; so do those whose family name stands in capitals, wherever it stands. */
function nameOf(text: string): { firstName: string | null; lastName: string | null } {
  const words = text.split(/\s+/);
  if (/^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hira}\p{sc=Kana}\s]+$/u.test(text) && words.length > 1)
    return { firstName: words.slice(1).join(' '), lastName: words[0] ?? null };
  const isLoud = (word: string) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word);
  const loud = words.filter(isLoud);
  if (loud.length === 0 || loud.length === words.length || text.includes(',')) return splitName(text);
  return { firstName: words.filter((word) => !isLoud(word)).join(' '), lastName: loud.join(' ') };
}

/** `anna.berg@…` is Anna Berg; any other address says nothing. */
export function nameFromEmail(email: string, set: Take): void {
  const [, first, last] = /^(\p{L}{2,})[._](\p{L}[\p{L}-]+)@/u.exec(email) ?? [];
  const loud = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  if (!first || !last) return;
  set('firstName', loud(first));
  set('lastName', loud(last));
}
