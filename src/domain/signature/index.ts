// A signature of a mail, or a line such as `Anna van der Berg <anna@x.nl>`, as a contact's fields. It is a guess for a person to look
// at: what a piece of text was taken for is told, and what it was not taken for anything is left over, so that nothing gets lost.
import { isEmail, normalizeEmail } from '../email';
import { fold } from '../text';
import { takeAddress } from './address';
import { nameFromEmail, takeName } from './name';
import type { SignatureField, Take } from './taken';
import { isClosing, isCompany, isSocial } from './words';
import { domainWord, takeWork } from './work';

export { type SignatureField, signatureFields } from './taken';

export interface ReadSignature {
  /** By the keys of a contact's fields; `company` is a name. What was not found is left out. */
  readonly fields: { readonly [field in SignatureField]?: string };
  /** What was taken for nothing, line by line; greetings and rulers are left out. */
  readonly rest: readonly string[];
}

/** Longer texts are no signatures: what comes behind is left over as it is. */
const mostLines = 60;
const longestLine = 300;

/** A phone number with the word before it, its extension, and nothing that is part of a longer word. */
const phones =
  /(?:([\p{L}.]+)\s*[:.]?\s*)?((?<![\p{L}\d])(?:\+\s?|\(\+?)?\d[\d\s()./–-]{4,}\d(?:\s*(?:ext\.?|x|dw|durchwahl|poste|#)\s*\d{1,6})?)(?![\p{L}\d])/giu;
const phoneWords =
  /^(t|tel|tele?fo[on]n?[eo]?|telephone|phone|ph|o|office|d|direct|direkt|w|work|h|fixe|fest|c|call|p|m|mob|mobile?|mobiel|mobiltelefon|movil|movel|cell|cellulare|cel|handy|gsm|portable|port|kom|komorka|tlf|puh|f|fax|telefax)$/;
const mobileWords = /^(m|mob|c|cel|handy|gsm|port|kom|movil|movel)/;
const faxWords = /^(f|telefax|fax)$/;
/** Words before what stands alone; what they say, the field says. */
const labels =
  /^(e|e-?mail|mail|web|website|www|w|url|internet|site|linkedin)[:.]?$|^(e|e-?mail|mail|web|website|site|url|address|adresse|adres|direccion|indirizzo|a|w|i|from|von|van|de|da|fra|fran|od)\s*:\s*/i;
/** Numbers behind these are nobody's phone. */
const registers = /(iban|bic|vat|ust|btw|hrb|kvk|cvr|siret|siren|nif|cif|iva|ein|abn|reg|org|tax|id|nr|no)\b[^|]*$/i;
/** What the text tells of one person. Never throws, whatever the text. */
export function readSignature(text: string): ReadSignature {
  const fields: { [field in SignatureField]?: string } = {};
  const rest: string[] = [];
  const emails: string[] = [];
  const numbers: { text: string; isMobile: boolean }[] = [];
  const set = (field: SignatureField, value: string): boolean => {
    if (fields[field] !== undefined || value === '') return false;
    fields[field] = value;
    return true;
  };
  const lines = text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^[\s>]+|\s+$/g, ''));
  const isTooMuch = (line: string, at: number) => line.length > longestLine || at >= mostLines;
  rest.push(...lines.filter(isTooMuch));

  /** Takes out what is told by its looks alone: addresses, numbers. What stays is parted by `|`. */
  const bare = (line: string): string =>
    line
      .replace(/\s*[([]\s*(at|dot)\s*[)\]]\s*/gi, (_, sign: string) => (sign.toLowerCase() === 'at' ? '@' : '.'))
      .replace(/<?(?:mailto:)?([^\s<>()[\],;:"|]+@[^\s<>()[\],;:"|]+)>?/gi, (whole, address: string) => {
        const email = normalizeEmail(address.replace(/\.+$/, ''));
        if (!isEmail(email)) return whole;
        if (!emails.includes(email)) emails.push(email);
        return '|';
      })
      .replace(/<?(?:https?:\/\/|www\.)[^\s<>|"]+>?/gi, (whole) => {
        website(whole.replace(/^<|[>).,;]+$/g, ''));
        return '|';
      })
      .replace(phones, (whole, word: string | undefined, number: string, at: number, all: string) => {
        const label = phoneLabel(word ?? '');
        const isLabelled = phoneWords.test(label);
        const isPlain = number.length === all.length || /^[+(0]|^\d{3}[-. ]\d{3}[-. ]\d{4}$/.test(number);
        const isOther = registers.test(all.slice(0, at + (word ?? '').length));
        if (!isDialled(number) || !(isLabelled || (isPlain && !isOther))) return whole;
        const before = isLabelled ? '' : (word ?? '');
        if (faxWords.test(label)) rest.push(whole.trim());
        else if (!numbers.some(({ text }) => digits(text) === digits(number)))
          numbers.push({ text: number.trim(), isMobile: mobileWords.test(label) });
        return `${before}|`;
      });
  const website = (address: string) => {
    const host = address.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
    const known = fields.website?.replace(/^https?:\/\//i, '').replace(/^www\./i, '');
    if (known !== undefined && known.replace(/\/$/, '') === host.replace(/\/$/, '')) return;
    if (isSocial(host) || !set('website', address)) rest.push(address);
  };

  const pieces = lines
    .filter((line, at) => !isTooMuch(line, at))
    .flatMap((line) => bare(line).split(/\s*[|·•●▪∙‖*]+\s*|\t+|\s{3,}|\s[–—-]\s/))
    .map((piece) => piece.replace(/^[\s,;:"'–—_~-]+|[\s,;:"'–—_~-]+$/g, '').replace(labels, ''))
    .filter((piece) => /[\p{L}\d]/u.test(piece) && !isClosing(fold(piece)) && !phoneWords.test(phoneLabel(piece)));
  const [email, ...otherEmails] = emails;
  if (email) set('email', email);
  if (otherEmails.length > 0) set('otherEmails', otherEmails.join(', '));
  takeNumbers(numbers, set, rest);
  const isWeb = (piece: string) => /^(?:[a-z\d-]+\.)+[a-z]{2,}(\/\S*)?$/i.test(piece) && !isCompany(fold(piece));
  for (const piece of pieces.filter(isWeb)) website(piece);
  const { left, address } = takeAddress(pieces.filter((piece) => !isWeb(piece)));
  for (const [field, value] of Object.entries(address)) set(field as SignatureField, value);
  const named = takeName(left, email, set, rest);
  rest.push(...takeWork(named, domainWord(email) || domainWord(fields.website), set));
  if (!fields.firstName && !fields.lastName && email) nameFromEmail(email, set);
  return { fields, rest: rest.filter((line) => line !== '') };
}

/** The word before a number, bare: `Tél. :` is `tel`. */
const phoneLabel = (text: string) => (/\d/.test(text) ? '' : fold(text).replace(/[^a-z]/g, ''));

const digits = (text: string) => text.replace(/\D/g, '');

function isDialled(number: string): boolean {
  const main = number.replace(/(ext|x|dw|durchwahl|poste|#).*$/i, '');
  const count = digits(main).length;
  const isDay = /^(\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./]\d{4}|\d{4}\s?[–-]\s?\d{4})$/.test(number);
  return count >= 7 && count <= 15 && !isDay;
}

function takeNumbers(numbers: readonly { text: string; isMobile: boolean }[], set: Take, rest: string[]): void {
  const fixed = numbers.find(({ isMobile }) => !isMobile) ?? numbers[0];
  for (const one of [...numbers].sort((number) => (number === fixed ? -1 : 0)))
    if (!set('phone', one.text) && !set('otherPhone', one.text)) rest.push(one.text);
}
