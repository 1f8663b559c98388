// The server's sentences in another language: names stay, several sentences are each translated, and no text is taken for one that it is not.
import { expect, it } from 'vitest';
import { translator } from '../../sidebar/words/translator';

const translate = translator(
  {
    'Try again.': 'Noch einmal.',
    '{} is missing.': '{!} fehlt.',
    '{} has changed {}.': '{2} hat {1} geändert.',
    '{} moved away (found {}).': '{!} verrutscht ({}).',
    'Rowbook expected {}, not “{}”.': 'Erwartet: {!}, nicht „{}“.',
  },
  { '{} rows': '{} Zeilen', '{} or {}': '{!} oder {!}', 'yes or no': 'ja oder nein' },
  (header) => ({ Company: 'Firma' })[header] ?? header,
);

it.each([
  ['Try again.', 'Noch einmal.'],
  ['Company is missing.', 'Firma fehlt.'],
  ['Ann has changed Company.', 'Company hat Ann geändert.'],
  ['Company is missing. Try again.', 'Firma fehlt. Noch einmal.'],
  ['Something else. Try again.', 'Something else. Noch einmal.'],
  ['3 rows moved away (found 23. Nov., 09:30). Try again.', '3 Zeilen verrutscht (23. Nov., 09:30). Noch einmal.'],
  ['Rowbook expected yes or no, not “3 rows”.', 'Erwartet: ja oder nein, nicht „3 rows“.'],
])('“%s”', (text, meaning) => {
  expect(translate(text)).toBe(meaning);
});

it.each(['Meet Ann or Ben', '12 rows', 'Company', '', '{}', 'Nothing that the server says.'])(
  'leaves “%s” as it is',
  (text) => {
    expect(translate(text)).toBe(text);
  },
);

it('is not kept busy by a long text of gaps and full stops', () => {
  const text = `${'A. is missing '.repeat(400)}(found`;
  expect(translate(text)).toBe(text);
});
