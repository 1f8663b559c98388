// The sidebar as a person uses it, in a real browser, over a server with a few records.
import { describe, expect, it } from 'vitest';
import type { Reply, SaveResult } from '../../src/rpc/contract';
import { eventually } from '../e2e/eventually';
import { axe } from './harness';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();

describe('a workbook that is not set up', () => {
  it('offers to set it up, and goes on to the first screen', async () => {
    const sample = sampleServer();
    sample.ready = false;
    const { page } = await sidebar(sample);
    await page.getByRole('button', { name: 'Set up this workbook' }).click();
    await page.getByRole('textbox', { name: 'Search' }).waitFor();
  });

  it('says why it cannot start, in words, and tries again', async () => {
    const sample = sampleServer();
    let down = true;
    const functions = sample.functions();
    const { page } = await sidebar(
      Object.assign(sample, {
        functions: () => ({
          ...functions,
          start: (input: never) => {
            if (down) throw new Error('We’re sorry, a server error occurred. Error code PERMISSION_DENIED.');
            return functions.start?.(input);
          },
        }),
      }),
    );
    await page.getByRole('alert').getByText('several Google accounts').waitFor();
    down = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('textbox', { name: 'Search' }).waitFor();
  });
});

describe('searching', () => {
  it('works by keyboard alone: type, arrow down, Enter, and Escape comes back to the same results', async () => {
    const { page } = await sidebar();
    const search = page.getByRole('textbox', { name: 'Search' });
    await eventually(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('halv');
    await page.getByRole('list', { name: 'Results' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ingrid Halvorsen' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('list', { name: 'Results' }).waitFor();
    await eventually(() => search.inputValue()).toBe('halv');
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Ingrid Halvorsen');
  });

  it('asks the server once for a word typed quickly, not for each letter, while the records are not there', async () => {
    const server = sampleServer();
    server.failing.add('searchIndex');
    const { page } = await sidebar(server);
    await page.getByRole('list', { name: 'Newest' }).waitFor();
    // The page's time stands still but for what is told here, however long the machine takes for a key.
    await page.clock.install({ time: '2026-11-23T08:00:00Z' });
    await page.clock.pauseAt('2026-11-23T08:01:00Z');
    const queries = () => server.calls.filter(([name]) => name === 'findRecords').map(([, input]) => input);
    server.calls = [];
    // Longer than the pause altogether, shorter between two letters.
    for (const letter of 'nordlys') {
      await page.keyboard.type(letter);
      await page.clock.runFor(100);
    }
    await eventually(() => page.getByRole('textbox', { name: 'Search' }).inputValue()).toBe('nordlys');
    expect(queries()).toEqual([]);
    await page.clock.runFor(1000);
    await page.getByRole('list', { name: 'Results' }).waitFor();
    expect(queries()).toEqual([expect.objectContaining({ query: 'nordlys' })]);
  });

  it('says how many there are, and offers to create what is not there', async () => {
    const { page } = await sidebar();
    await page.getByRole('textbox', { name: 'Search' }).fill('Zorro Diaz');
    await page.getByText('Nothing found for “Zorro Diaz”').waitFor();
    await page.getByRole('button', { name: 'New contact named Zorro Diaz' }).click();
    await eventually(() => page.getByLabel('First name').inputValue()).toBe('Zorro');
    await eventually(() => page.getByLabel('Last name').inputValue()).toBe('Diaz');
  });

  it('shows hostile names as text', async () => {
    const { page } = await sidebar();
    await page.getByRole('textbox', { name: 'Search' }).fill('onmouseover');
    await page.getByRole('button', { name: /<script>alert\(1\)<\/script>/ }).click();
    await page.getByText('=HYPERLINK("javascript:alert(1)")').waitFor();
    expect(await page.locator('main script').count()).toBe(0);
  });

  it('renders 500 results without holding the page', async () => {
    const sample = sampleServer();
    for (let number = 0; number < 600; number++) {
      sample.add('contacts', `C-${1000 + number}`, {
        firstName: `Person ${number}`,
        lastName: 'Many',
        email: `p${number}@example.com`,
      });
    }
    const { page } = await sidebar(sample);
    await page.getByRole('button', { name: 'All contacts' }).click();
    const results = page.getByRole('list', { name: 'Results' });
    const more = page.getByRole('button', { name: 'Show more' });
    for (const shown of [30, 130, 230, 330, 430]) {
      await page.getByText(`${shown} of 603`).waitFor();
      expect(await results.getByRole('listitem').count()).toBe(shown);
      await more.click();
    }
    await page.getByText('500 of 603').waitFor();
    expect(await results.getByRole('listitem').count()).toBe(500);
    expect(await more.count()).toBe(0);
  });
});

describe('follow-ups', () => {
  it('are done with one click and come back with Undo', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).click();
    await page.getByText('“Send the revised offer” is done.').waitFor();
    expect(server.record('tasks', 'T-1').fields).toMatchObject({ status: 'Done', doneOn: '2026-11-23' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).waitFor();
    expect(server.record('tasks', 'T-1').fields.status).toBe('Open');
  });

  it('are snoozed by keyboard until next week', async () => {
    const { page, server } = await sidebar();
    await page.getByRole('button', { name: 'More actions: Call Ingrid about the start date' }).press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(/Snoozed until 30 Nov/).waitFor();
    expect(server.record('tasks', 'T-2').fields.snoozedUntil).toBe('2026-11-30');
  });

  it('stay in the list when the save fails, and say why', async () => {
    const { page, server } = await sidebar();
    server.nextSave = () => ({ ok: false, code: 'busy', message: 'Others are saving.' });
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).click();
    await page.getByText(/try again in a few seconds/).waitFor();
    await page.getByRole('button', { name: 'Done: Send the revised offer' }).waitFor();
  });
});

describe('a record’s page', () => {
  it('says when we last talked, how to reach them and what belongs to them', async () => {
    const { page } = await sidebar();
    await openRecord(page, 'ingrid');
    await page.getByText('12 days ago').waitFor();
    expect(await page.getByRole('link', { name: /^Call/ }).getAttribute('href')).toBe('tel:+4755123456');
    expect(await page.getByRole('link', { name: /^Mail/ }).getAttribute('href')).toBe(
      'mailto:ingrid%40halvorsen.example',
    );
    await page.getByRole('list', { name: 'Related' }).getByText('Fleet tracking, 42 vessels').waitFor();
  });

  it('is edited in place: Enter saves, and the save can be undone', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Oven sensors pilot');
    await page.getByRole('button', { name: 'Edit Amount' }).click();
    await page.getByRole('textbox', { name: 'Amount' }).fill('1.250,50');
    await page.keyboard.press('Enter');
    await page.getByText('Amount saved.').waitFor();
    expect(server.record('deals', 'D-2').fields.amount).toBe(1250.5);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect(server.record('deals', 'D-2').fields.amount).toBeNull();
  });

  it('moves a deal to Lost only with a reason', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Oven sensors pilot');
    await page.getByRole('button', { name: 'Move stage' }).click();
    await page.getByRole('radio', { name: 'Lost' }).check();
    await page.getByRole('button', { name: 'Save stage' }).click();
    await page.getByText('This is needed for the stage chosen.').waitFor();
    expect(server.record('deals', 'D-2').fields.stage).toBe('Lead');
    await page.getByRole('combobox', { name: 'Lost reason' }).fill('No budget');
    await page.keyboard.press('Enter');
    await page.getByText('Moved to Lost.').waitFor();
    expect(server.record('deals', 'D-2').fields).toMatchObject({ stage: 'Lost', lostReason: 'No budget' });
  });

  it('shows a stage while it is being saved; one that is refused comes back into the form with the reason', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Oven sensors pilot');
    let answer = () => {};
    server.held.set('saveRecord', new Promise<void>((resolve) => (answer = resolve)));
    server.nextSave = () => ({ ok: false, code: 'not-allowed', message: 'Only managers may do this today.' });
    await page.getByRole('button', { name: 'Move stage' }).click();
    await page.getByRole('radio', { name: 'Qualified' }).check();
    await page.getByRole('button', { name: 'Save stage' }).click();
    await eventually(() => page.locator('.stage-name').textContent()).toBe('Qualified');
    expect(server.record('deals', 'D-2').fields.stage).toBe('Lead');
    answer();
    await page.getByText('Only managers may do this today.').waitFor();
    expect(await page.getByLabel(/^Stage/).inputValue()).toBe('Qualified');
    server.held.clear();
    server.nextSave = null;
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await eventually(() => server.record('deals', 'D-2').fields.stage).toBe('Qualified');
  });

  it('logs a call with its next step, linked to deal, contact and company', async () => {
    const { page, server } = await sidebar();
    await page
      .getByRole('button', { name: /Fleet tracking, 42 vessels/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Log call' }).click();
    // The subject has the focus, and Call is chosen: two arrows from it to Meeting.
    await page.keyboard.type('Board decision');
    await eventually(() => page.getByRole('textbox', { name: 'Subject' }).inputValue()).toBe('Board decision');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('textbox', { name: 'Next step' }).fill('Send contract');
    await page.getByLabel('Due').fill('2026-12-01');
    await page.getByRole('button', { name: 'Save meeting' }).click();
    await page.getByText('Meeting logged.').waitFor();
    const saves = server.calls.filter(([name]) => name === 'saveRecord').map(([, input]) => input);
    expect(saves).toHaveLength(2);
    const links = { deal: 'D-1', contact: 'C-1', company: 'CO-1', owner: 'mara@example.com' };
    expect(saves[0]).toMatchObject({
      tab: 'interactions',
      changes: { ...links, kind: 'Meeting', subject: 'Board decision' },
    });
    expect(saves[1]).toMatchObject({ tab: 'tasks', changes: { ...links, title: 'Send contract', due: '2026-12-01' } });
    await page.getByText('Meeting: Board decision').waitFor();
  });

  it('does not log an interaction twice when only its next step failed', async () => {
    const { page, server } = await sidebar();
    await page
      .getByRole('button', { name: /Fleet tracking, 42 vessels/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Log call' }).click();
    await page.getByRole('textbox', { name: 'Subject' }).fill('Quick check');
    await page.getByRole('textbox', { name: 'Next step' }).fill('Call again');
    const functions = server.functions();
    let refused = 0;
    server.nextSave = (input) => {
      server.nextSave = null;
      const answer = functions.saveRecord?.(input as never) as Reply<SaveResult>;
      server.nextSave = () => {
        refused += 1;
        return { ok: false, code: 'busy', message: 'Busy.' };
      };
      return answer;
    };
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.getByText('Logged, but the next step was not saved.').waitFor();
    expect(refused).toBe(1);
    await page.getByText('Call: Quick check').waitFor();
    // Nor after the sidebar was closed in between.
    await page.reload();
    await openRecord(page, 'Fleet tracking, 42 vessels');
    await page.getByText('Logged, but the next step was not saved.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Subject' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Save call' }).click();
    await page.getByText('Call logged.').waitFor();
    const logged = [...server.records.values()].filter(({ name }) => name === 'Quick check');
    expect(logged).toHaveLength(1);
    const named = (name: string) => [...server.records.values()].filter((record) => record.name === name).length;
    expect(named('Call again')).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect([named('Quick check'), named('Call again')]).toEqual([0, 0]);
  });

  it('is deleted after a question, and Undo brings it back', async () => {
    const { page, server } = await sidebar();
    await openRecord(page, 'Oven sensors pilot');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete deal' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('Deal “Oven sensors pilot” deleted.').waitFor();
    expect(server.records.has('deals/D-2')).toBe(false);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    expect(server.records.has('deals/D-2')).toBe(true);
  });

  it('is not deleted before the question has said what points to it', async () => {
    const { page } = await sidebar();
    await openRecord(page, 'Halvorsen Shipping AS');
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Delete company' }).click();
    const question = page.getByRole('dialog');
    await question
      .getByText(
        '1 contact, 1 deal, 1 interaction and 3 tasks belong to it. What belongs to it stays, and points nowhere',
      )
      .waitFor();
    expect(await axe(page)).toEqual([]);
  });

  it('of a record that is gone says so', async () => {
    const server = sampleServer();
    // Else the search may know of it first.
    for (const name of ['searchIndex', 'changesSince']) server.failing.add(name);
    const { page } = await sidebar(server);
    await page.getByRole('textbox', { name: 'Search' }).fill('Oven sensors');
    await page.getByRole('list', { name: 'Results' }).waitFor();
    server.records.delete('deals/D-2');
    await page.getByRole('list', { name: 'Results' }).getByRole('button').first().click();
    await page.getByText('no longer in the workbook').waitFor();
  });
});

describe('a viewer', () => {
  it('sees records and no way to change them', async () => {
    const sample = sampleServer();
    sample.role = 'viewer';
    const { page } = await sidebar(sample);
    await page.getByRole('textbox', { name: 'Search' }).waitFor();
    await page.getByRole('list', { name: 'Newest' }).waitFor();
    expect(await page.getByRole('button', { name: /^New / }).count()).toBe(0);
    await openRecord(page, 'Oven sensors pilot');
    await page.getByRole('heading', { name: 'Details' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Edit|Move stage|Log )/ }).count()).toBe(0);
  });
});
