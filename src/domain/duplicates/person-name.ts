// A person's name, taken apart and compared: in which form two spellings may mean one person.
import { splitName } from '../import/names';
import { fold } from '../text';
import { isNickname } from './nicknames';
import { isSlip } from './slips';

export interface PersonName {
  /** Given names and initials, folded, in their order. */
  readonly given: readonly string[];
  /** Folded; several words where there are several. */
  readonly family: string;
  /** Tells a father from his son: `jr`, `sr`, `ii` …; '' for none. */
  readonly suffix: string;
}

const titles = new Set(
  'mr mrs ms miss mx dr prof professor herr frau sir dame ing dipl mag rev hon phd md esq mba cpa'.split(' '),
);
const suffixes: { readonly [word: string]: string } = {
  jr: 'jr',
  junior: 'jr',
  jun: 'jr',
  sr: 'sr',
  senior: 'sr',
  sen: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
};

function wordsIn(text: string): string[] {
  return fold(text)
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !titles.has(word));
}

/** The name of a contact; one that stands whole in a single field is taken apart. Null where nothing is known of it. */
export function personName(firstName: string, lastName: string): PersonName | null {
  const whole = lastName.trim() === '' ? splitName(firstName) : { firstName, lastName };
  const given = wordsIn(whole.firstName ?? '');
  const family = wordsIn(whole.lastName ?? '');
  const isSuffix = (word: string) => suffixes[word] !== undefined;
  // A name of nothing but such words is a name.
  const suffix = [...given.slice(1), ...family.slice(1)].find(isSuffix);
  const name = {
    given: given.filter((word, at) => at === 0 || !isSuffix(word)),
    family: family.filter((word, at) => at === 0 || !isSuffix(word)).join(' '),
    suffix: suffix === undefined ? '' : (suffixes[suffix] ?? ''),
  };
  return name.given.length === 0 && name.family === '' ? null : name;
}

export type NameForm = 'same' | 'swapped' | 'nickname' | 'initial' | 'typo';

export interface NameMatch {
  readonly form: NameForm;
  /** How much it says that both are one person's, 0 to 1. */
  readonly strength: number;
}

const strengths: { readonly [form in NameForm]: number } = {
  same: 1,
  swapped: 0.95,
  nickname: 0.9,
  typo: 0.85,
  initial: 0.75,
};

/** In which form both are one name; null where they are two. */
export function matchNames(one: PersonName, other: PersonName): NameMatch | null {
  if (one.suffix !== other.suffix) return null;
  const straight = matchInOrder(one, other);
  if (straight) return straight;
  // Only whole names are swapped: a family name for an initial would fit too many.
  const turned = { ...other, given: other.family.split(' '), family: other.given.join(' ') };
  const isWhole = (name: PersonName) => name.family !== '' && (name.given[0] ?? '').length > 1;
  const swapped = isWhole(one) && isWhole(turned) ? matchInOrder(one, turned) : null;
  return swapped?.form === 'same' ? { form: 'swapped', strength: strengths.swapped } : null;
}

function matchInOrder(one: PersonName, other: PersonName): NameMatch | null {
  const family = familyForm(one.family, other.family);
  const given = givenForm(one.given, other.given);
  if (!family || !given) return null;
  const forms = [family, given];
  const form = forms.find((each) => each !== 'same') ?? 'same';
  return { form, strength: strengths[family] * strengths[given] };
}

function familyForm(one: string, other: string): NameForm | null {
  if (one === other) return one === '' ? null : 'same';
  if (one === '' || other === '') return null;
  if (one.replace(/ /g, '') === other.replace(/ /g, '')) return 'same';
  // After a wedding a name is often one of two.
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length > 2 && long.split(' ').length === 2 && long.split(' ').includes(short)) return 'typo';
  return isSlip(one, other) ? 'typo' : null;
}

function givenForm(one: readonly string[], other: readonly string[]): NameForm | null {
  const [first = '', second] = one;
  const [theirs = '', theirSecond] = other;
  if (first === '' || theirs === '') return null;
  // Other middle names are other people's: `John B` is not `John C`.
  if (second && theirSecond && second[0] !== theirSecond[0]) return null;
  if (first === theirs || one.join('') === other.join('')) return 'same';
  if (first.length === 1 || theirs.length === 1) return first[0] === theirs[0] ? 'initial' : null;
  if (isNickname(first, theirs)) return 'nickname';
  // Whoever goes by the middle name.
  if (second === theirs || theirSecond === first) return 'nickname';
  return isSlip(first, theirs) && !isOtherGender(first, theirs) ? 'typo' : null;
}

/** Daniel and Daniela, Mario and Maria are two people. */
function isOtherGender(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length === short.length + 1) return long.startsWith(short) && /[aeiy]$/.test(long);
  return long.length === short.length && long.slice(0, -1) === short.slice(0, -1) && /[aeiouy]$/.test(long);
}
