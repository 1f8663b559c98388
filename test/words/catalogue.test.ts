// Every language says everything that the English says, and no panel says a word that is not in the catalogue.
import { describe, expect, it } from 'vitest';
import { translations } from '../../scripts/build/addon';
import * as de from '../../sidebar/words/de';
import * as en from '../../sidebar/words/en';
import { translator } from '../../sidebar/words/translator';
import { sources, text } from '../architecture/sources';
import { textsIn } from './texts';

type AnyText<T> = T extends string ? string : T extends readonly unknown[] ? readonly unknown[] : T;

/** The English words, with texts of any content: what a translation that misses one does not fit. */
type Words = {
  readonly [name in keyof typeof en]: (typeof en)[name] extends (...gaps: infer Gaps) => infer Answer
    ? (...gaps: Gaps) => AnyText<Answer>
    : AnyText<(typeof en)[name]>;
};

const languages: { readonly [language: string]: Words } = { de };
const english: Words = en;
const names = Object.keys(english) as (keyof Words)[];

/** Words that are the same in English and in this language. */
const same: { readonly [language: string]: readonly string[] } = {
  de: ['Details', 'Filter', 'Import', 'Name', 'Person', 'Pipeline', 'Team', 'Website'],
};

/** Sentences of the server that it puts together of several texts: what they come to. */
const composed: { readonly [sentence: string]: readonly string[] } = {
  '{}: “{}” is {} {}.': [
    'Email: “ann” is not an address like ann@example.com.',
    'Status: “Old” is none of Lead, Prospect, Customer, Former.',
  ],
  '{} {}. {} Delete its row in Outbox once it is settled.': [
    'Mail to ann@example.com may have arrived or not. The run ended. Delete its row in Outbox once it is settled.',
    'Mail to ann@example.com could not be sent. It bounced. Delete its row in Outbox once it is settled.',
  ],
  '{} no lost reason and {} imported without one.': [
    '1 lost deal has no lost reason and is imported without one.',
    '12 lost deals have no lost reason and are imported without one.',
  ],
  '{} left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.':
    [
      '1 row is left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.',
      '7 rows are left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.',
    ],
  '{} of the whole days from Started on to Closed on, over {} deals that have both.': ['won', 'lost'].flatMap((deals) =>
    ['Mean', 'Median'].map(
      (of) => `${of} of the whole days from Started on to Closed on, over ${deals} deals that have both.`,
    ),
  ),
  'Say what {}{} {} as {}.': ['Say what “hot” becomes as Stage.', 'Say what “hot”, “cold” become as Stage.'],
};

it('every file of words beside the English is tested here', async () => {
  expect(await translations()).toEqual(Object.keys(languages));
});

it('each word is said by some panel, or is part of one that is', () => {
  const panels = sources.filter((file) => /^sidebar\/(?!words\/)/.test(file)).map(text);
  const said = new Set(panels.join('\n').match(/(?<=\bwords\.)\w+/g));
  const inWords: string[] = text('sidebar/words/en.ts').match(/\w+/g) ?? [];
  const isPart = (name: string) => inWords.indexOf(name) !== inWords.lastIndexOf(name);
  expect(names.filter((name) => !(said.has(name) || isPart(name)))).toEqual(['served', 'fillings']);
});

describe.each(Object.entries(languages))('in %s', (language, words) => {
  it('each word is there, with as many gaps', () => {
    const gaps = (all: Words) =>
      Object.fromEntries(names.map((name) => [name, typeof all[name] === 'function' ? all[name].length : null]));
    expect(Object.keys(words).sort()).toEqual([...names].sort());
    expect(gaps(words)).toEqual(gaps(english));
  });

  it('no word has stayed English', () => {
    const stayed = names.filter(
      (name) =>
        typeof english[name] === 'string' && words[name] === english[name] && /[a-z]{2}/.test(String(english[name])),
    );
    expect(stayed.map((name) => String(english[name])).sort()).toEqual([...(same[language] ?? [])].sort());
  });

  it('each sentence of the server has its meaning', () => {
    const translate = translator(words.served, words.fillings, words.label);
    const isSentence = (text: string) => /^[A-Z“{].*[a-z”} ] .*[.?]$/s.test(text) && !/[`<]/.test(text);
    const sentences = textsIn('src/').filter(
      ({ file, text }) => !/^src\/(mail\/|workbook\/set-up-tabs)/.test(file) && isSentence(text),
    );
    expect(sentences.length).toBeGreaterThan(150);
    const said = sentences.flatMap(
      ({ text }) => composed[text] ?? [text.split('{}').reduce((all, part, index) => `${all}gap ${index}${part}`)],
    );
    expect(said.filter((sentence) => translate(sentence) === sentence)).toEqual([]);
  });
});

/** What is no word: our name, what stands in cells, what the call itself says (words.told translates it), a command. */
const data = [
  'Rowbook',
  'HubSpot',
  'Pipedrive',
  'Workbook currency',
  'Grid changes against a role',
  'Function address',
  'The server sent no answer.',
  'The script has no function {}.',
  'npm run push -- --function ADDRESS',
];

/** What is offered for a cell of these columns, the same in every language. */
const offered = ['Lost reason', 'Source', 'Outcome'];

it('no panel says a word of its own', () => {
  const shown = /^(JSXText|title|aria-label|placeholder|label|hint|alt|text|yes|no|waiting|summary)$/;
  const isWord = (text: string) => /[A-Z][a-z]|[a-z]{2} |^\s*[a-z]{3,}\s*$/.test(text.replace(/\{\}/g, ''));
  const isSentence = (text: string) => /^[A-Z“][a-z’]+.* [a-z“{]/.test(text);
  const own = textsIn('sidebar/')
    .filter(
      ({ file, within }) =>
        !(file.startsWith('sidebar/words/') || within.startsWith('words.') || offered.includes(within)),
    )
    .filter(({ text, within }) => (shown.test(within) && isWord(text)) || isSentence(text));
  expect(own.filter(({ text }) => !data.includes(text.trim())).map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
});
