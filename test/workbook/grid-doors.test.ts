// What test/grid does not ask of the real doors: ids pasted in every order, and what History tells of undo and redo, word by word.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { get, launch, post, type RowbookProcess } from '../local/rowbook-process';

const user = 'admin@example.com';
let rowbook: RowbookProcess;
let url = '';
beforeAll(async () => {
  rowbook = await launch({ args: ['--sample', 'none'] });
  url = rowbook.url;
});
afterAll(() => rowbook.stop());

const authorization = { authorization: 'Bearer local' };
const run = async <T>(name: string, input: object): Promise<T> => {
  const { result } = await post<{ result: { ok: boolean; value: T } }>(`${url}/local/run`, {
    user,
    function: name,
    args: [input],
  });
  expect(result).toMatchObject({ ok: true });
  return result.value;
};
const hourly = () => post(`${url}/local/run`, { user, function: 'hourly', args: [] });
const edit = (range: string, values: unknown) => post(`${url}/local/edit`, { user, tab: 'Contacts', range, values });
const act = (kind: string, details: object = {}) => post(`${url}/local/act`, { user, kind, ...details });

async function table(tab: string): Promise<{ [header: string]: string }[]> {
  const address = `${url}/v4/spreadsheets/local/values/${encodeURIComponent(tab)}`;
  const { values = [] } = await get<{ values?: unknown[][] }>(address, authorization);
  const [headers = [], ...rows] = values;
  return rows.map((cells) =>
    Object.fromEntries(headers.map((header, at) => [String(header), String(cells[at] ?? '')])),
  );
}

const history = async () => (await table('History')).map((cells) => `${cells.ID} ${cells.Who} ${cells.Summary}`);
/** What History tells since `before` entries. */
const since = async (before: number) => (await history()).slice(before);
const letterOf = async (header: string) => {
  const address = `${url}/v4/spreadsheets/local/values/${encodeURIComponent('Contacts!A1:Z1')}`;
  const { values = [] } = await get<{ values?: unknown[][] }>(address, authorization);
  return String.fromCharCode(65 + (values[0] ?? []).indexOf(header));
};

const names = ['Ann', 'Ben', 'Cem', 'Dan'];
let ids: string[] = [];
let first = 0;
let told = 0;
beforeEach(async () => {
  const records = names.map((firstName) => ({ changes: { firstName, city: `${firstName} City` } }));
  await run('saveRecords', { tab: 'contacts', records });
  const rows = await table('Contacts');
  first = rows.map((cells) => cells['First name']).lastIndexOf('Ann') + 2;
  ids = rows.slice(first - 2, first + 2).map((cells) => cells.ID ?? '');
  told = (await history()).length;
});

/** Ids and first names of this test's rows, in the order of the grid. */
const standing = async () =>
  (await table('Contacts'))
    .slice(first - 2)
    .flatMap((cells) => (cells.ID || cells['First name'] ? [`${cells.ID} ${cells['First name']}`] : []));
const whole = () => names.map((name, index) => `${ids[index]} ${name}`);

it('ids pasted in another order leave every record its own', async () => {
  await edit(`A${first}`, [[ids[1]], [ids[0]], [ids[3]], [ids[2]]]);
  await hourly();
  expect(await standing()).toEqual(whole());
});

it('pasting over ids leaves every record its own', async () => {
  await edit(`A${first}`, [['x'], ['C-999999'], [''], [ids[0]]]);
  await hourly();
  expect(await standing()).toEqual(whole());
});

it('undo and redo in the grid are recorded with old and new', async () => {
  const city = await letterOf('City');
  await edit(`${city}${first}`, [['Rome']]);
  await act('undo');
  await act('redo');
  expect(await since(told)).toEqual([
    `${ids[0]} Admin <${user}> City Ann City → Rome`,
    `${ids[0]} Admin <${user}> City Rome → Ann City`,
    `${ids[0]} Admin <${user}> City Ann City → Rome`,
  ]);
});

it('a paste that is undone is known as gone, and redone as back', async () => {
  const name = await letterOf('First name');
  await edit(`${name}${first + 4}`, [['Eva'], ['Fay']]);
  await act('undo');
  await hourly();
  await act('redo');
  await hourly();
  const rows = (await standing()).slice(4);
  expect(rows.map((text) => text.split(' ')[1])).toEqual(['Eva', 'Fay']);
  const [eva] = rows.map((text) => text.split(' ')[0]);
  expect(
    (await since(told)).filter((text) => text.startsWith(`${eva} `)).map((text) => text.split('> ').at(-1)),
  ).toEqual(['Created', 'First name Eva → –', 'First name – → Eva']);
});
