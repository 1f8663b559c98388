// Position and company among the pieces of a signature.
import { fold } from '../text';
import type { Take } from './taken';
import { isCompany, isFreeMail, isJob } from './words';

/** “halvorsen” of `ingrid@mail.halvorsen.co.uk` and `https://www.halvorsen.com/no`; '' for none, or a provider's. */
export function domainWord(address: string | undefined): string {
  const domain = (address ?? '')
    .replace(/^.*@|^https?:\/\//i, '')
    .replace(/^www\.|\/.*$/gi, '')
    .toLowerCase();
  if (isFreeMail(domain)) return '';
  const parts = domain.split('.').slice(0, -1);
  return parts.filter((part) => !/^(com?|org|net|ac|gov)$/.test(part)).pop() ?? '';
}

/** Takes position and company out of the pieces. Answers the others. */
export function takeWork(pieces: readonly string[], domain: string, set: Take): string[] {
  const isOfDomain = (piece: string) => {
    const plain = fold(piece).replace(/[^a-z\d]/g, '');
    const word = domain.replace(/[^a-z\d]/g, '');
    return word.length > 2 && plain !== '' && (plain.startsWith(word) || (plain.length > 3 && word.startsWith(plain)));
  };
  const belongs = (piece: string) => isCompany(fold(piece)) || isOfDomain(piece);
  // “CEO at Acme” and “Head of Sales, Acme Ltd”, but not “Head of Sales, Europe”; the comma of “Acme, Inc.” parts nothing.
  const parts = pieces.flatMap((piece) => {
    const [, work = '', sign, where = ''] = /^(.{3,}?)(,\s+|\s+(?:at|@|bei|chez|bij)\s+)(.{2,})$/i.exec(piece) ?? [];
    return isJob(fold(work)) && (!sign?.startsWith(',') || belongs(where)) ? [work, where] : [piece];
  });
  const company =
    parts.find((part) => isCompany(fold(part)) && !isJob(fold(part))) ?? parts.find(isOfDomain) ?? parts.find(belongs);
  const others = parts.filter((part) => part !== company);
  const job = others.find((part) => isJob(fold(part)) && part.length < 90);
  const unknown = others.filter(
    (part) => part !== job && part.length < 60 && !/[\d.!?:]/.test(part) && /^[\p{Lu}\p{Lo}]/u.test(part),
  );
  const first = others[0];
  const before = others[others.indexOf(job ?? '') + 1];
  // What stands right under the name, or under the position, when nothing else is known of it.
  const guessedJob =
    job ??
    (first !== undefined && unknown.includes(first) && (company || unknown.includes(others[1] ?? ''))
      ? first
      : undefined);
  const guessedCompany =
    company ??
    [job ? before : others[guessedJob ? 1 : 0]].find(
      (part) => part !== undefined && part !== guessedJob && unknown.includes(part),
    );
  if (guessedJob) set('jobTitle', guessedJob);
  if (guessedCompany) set('company', guessedCompany);
  return parts.filter((part) => part !== guessedJob && part !== guessedCompany);
}
