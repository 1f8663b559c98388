// The documentation's table of tabs and fields, written from the schema so that it cannot drift.
import { type Field, fieldsOf, hiddenTabs, recordTabKeys, type TabKey, tabOf, tabs } from '../../src/domain/schema';

const typeWords: { [type in Field['type']]: string } = {
  id: 'id',
  text: 'text',
  longText: 'long text',
  email: 'email',
  phone: 'phone',
  url: 'web address',
  money: 'money (major units)',
  number: 'number',
  percent: 'percent',
  date: 'date',
  time: 'time',
  dateTime: 'date and time',
  choice: 'choice',
  choices: 'list, separated by commas',
  checkbox: 'checkbox',
  reference: 'reference',
  person: 'person in Team',
};

const writers: { [writer in Field['writer']]: string } = {
  person: 'people',
  derived: 'Rowbook, from other records',
  twoWay: 'people and Rowbook',
  system: 'Rowbook',
};

function rules(field: Field): string {
  return [
    field.required ? 'required' : '',
    field.requiredUnless ? `required unless ${field.requiredUnless} is filled` : '',
    field.requiredWhen ? `required when ${field.requiredWhen.field} is a ${field.requiredWhen.outcome} one` : '',
    field.unique ? 'unique' : '',
    field.choices ? field.choices.join(', ') : '',
    field.choicesFrom ? `from Settings (${field.choicesFrom})` : '',
    field.reference ? `→ ${tabOf(field.reference as TabKey).title}` : '',
    field.default !== undefined && field.default !== null ? `default ${String(field.default)}` : '',
    field.help ?? '',
  ]
    .filter(Boolean)
    .join('; ');
}

function section(key: TabKey): string {
  const tab = tabOf(key);
  const rows = fieldsOf(key).map(
    ([name, field]) =>
      `| ${field.header} | \`${name}\` | ${typeWords[field.type]} | ${writers[field.writer]} | ${rules(field)} |`,
  );
  const ids = tab.idPrefix ? ` Ids: \`${tab.idPrefix}-1\`, \`${tab.idPrefix}-2\` …` : '';
  const who = tab.protected ? ' Protected: admins only.' : '';
  return [
    `## ${tab.title}`,
    '',
    `Key \`${key}\`.${ids}${who}`,
    '',
    ...(rows.length > 0
      ? ['| Header | Key | Type | Written by | Rules |', '| --- | --- | --- | --- | --- |', ...rows]
      : ['Written by Rowbook.']),
    '',
  ].join('\n');
}

/** The whole of `docs/schema.md`. */
export function schemaDocs(): string {
  const keys = Object.keys(tabs) as TabKey[];
  return [
    '# Tabs and fields',
    '',
    '<!-- Written by `npm run docs` from src/domain/schema. Change the schema, not this page. -->',
    '',
    'Row 1 of each tab holds the headers; people may rename, move and hide columns and add columns of their own.',
    'A blank cell is a blank value: unknown, never zero.',
    '',
    ...keys.map(section),
    '## Hidden tabs',
    '',
    `${[...hiddenTabs, ...recordTabKeys.map((key) => `_Ledger ${tabs[key].title}`)].map((title) => `\`${title}\``).join(', ')}: Rowbook’s own bookkeeping. ARCHITECTURE.md says what each is for.`,
    '',
  ].join('\n');
}
