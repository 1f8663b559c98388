// The window of duplicates over the compiled add-on: found, merged with all that belongs to it, undone; said to be two.
import { beforeEach, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually';
import { admin, type World } from '../workbook/world';
import { useFreshWorld } from './fresh-world';
import { usePanels } from './setup';
import { worldServer } from './world-server';

const { panel } = usePanels();
const wide = { width: 1080, height: 700 };
const freshWorld = useFreshWorld({ withRep: false });
let world: World;
beforeEach(() => {
  world = freshWorld();
});

const cells = (title: string) => world.rows(title).map((row) => row.cells);
const make = (tab: string, records: object[]) =>
  world.ask('saveRecords', { tab, records: records.map((changes) => ({ changes })) });

it('a pair is found, merged with all that belongs to it, and undone', async () => {
  await make('contacts', [
    { firstName: 'Jon', lastName: 'Smith', email: 'ana@x.example', phone: '+4755123456', tags: ['a'], notes: 'One.' },
    {
      firstName: 'John',
      lastName: 'Smith',
      email: 'anna@y.example',
      phone: '+4755123456',
      tags: ['b'],
      notes: 'Two.',
      city: 'Oslo',
    },
  ]);
  await make('deals', [
    { name: 'Crane', stage: 'Lead', contact: 'C-2' },
    { name: 'Lift', stage: 'Lead', contact: 'C-1' },
  ]);
  await make('interactions', [{ when: '2026-11-20T09:00', kind: 'Call', subject: 'Hi', contact: 'C-2' }]);
  const before = [cells('Contacts'), cells('Deals'), cells('Interactions')];
  const server = worldServer(world, admin);
  const page = await panel('duplicates', server.functions, wide);
  await page.getByRole('button', { name: 'Compare Jon Smith and John Smith' }).click();
  await page.getByRole('radio', { name: /^Jon Smith C-1/ }).check();
  await page.getByText('1 deal and 1 interaction move to Jon Smith.').waitFor();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText('John Smith merged into Jon Smith.').waitFor();
  expect(cells('Contacts')).toHaveLength(1);
  expect(cells('Contacts')[0]).toMatchObject({ City: 'Oslo', 'Other emails': 'anna@y.example' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Undone.').waitFor();
  await page.getByRole('button', { name: 'Compare Jon Smith and John Smith' }).waitFor();
  // All but the stamps of what was changed and changed back.
  const unstamped = (rows: readonly { [header: string]: unknown }[]) =>
    rows.map(({ Updated: _, ...rest }) => rest).sort((one, other) => String(one.ID).localeCompare(String(other.ID)));
  expect([cells('Contacts'), cells('Deals'), cells('Interactions')].map(unstamped)).toEqual(before.map(unstamped));
});

it('somebody else was faster: it says so, and both are read again', async () => {
  await make('contacts', [
    { firstName: 'Jon', lastName: 'Smith', phone: '+4755123456' },
    { firstName: 'John', lastName: 'Smith', phone: '+4755123456' },
  ]);
  const server = worldServer(world, admin);
  const page = await panel('duplicates', server.functions, wide);
  await page.getByRole('button', { name: 'Compare Jon Smith and John Smith' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).waitFor();
  await world.ask('saveRecord', { tab: 'contacts', id: 'C-2', changes: { jobTitle: 'Skipper' } });
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('alert').getByText('John Smith was changed meanwhile').waitFor();
  await page.getByRole('group', { name: 'Job title' }).waitFor();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByText(/ merged into /).waitFor();
  await eventually(async () => cells('Contacts').length).toBe(1);
});

it('two that are two are remembered for the next who looks', async () => {
  await make('companies', [
    { name: 'Acme', phone: '+4755123456' },
    { name: 'Acme Ltd', phone: '+4755123456' },
  ]);
  const server = worldServer(world, admin);
  const page = await panel('duplicates', server.functions, wide);
  await page.getByRole('radio', { name: 'Companies (1)' }).check();
  await page.getByRole('button', { name: /^Not a duplicate/ }).click();
  await page.getByText('are remembered as two.').waitFor();
  const again = await panel('duplicates', worldServer(world, admin).functions, wide);
  await again.getByRole('radio', { name: 'Companies (0)' }).check();
  await again.getByText('Said not to be duplicates (1)').click();
  await again.getByRole('button', { name: /^Take back/ }).click();
  await again.getByRole('radio', { name: 'Companies (1)' }).waitFor();
});
