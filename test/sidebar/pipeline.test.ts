// The pipeline in the sidebar's 300 px: stages with what they come to, the deals of one, moving one, and the way to the board.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { pipelineReport } from '../../src/domain/reports';
import { deal, source } from '../domain/reports/deals';
import { eventually } from '../e2e/eventually';
import type { FakeServer } from './fake-server';
import { axe, fitsWidth, type PanelOptions } from './harness';
import { sampleServer } from './sample';
import { usePanels } from './setup';

const { panel } = usePanels();

async function stages(server: FakeServer, options?: PanelOptions, extra = {}): Promise<Page> {
  const value = pipelineReport(source([deal({ stage: 'Proposal', amount: 84500 })]));
  const page = await panel('sidebar', server.functions({ report: () => ({ ok: true, value }), ...extra }), options);
  await page.getByRole('button', { name: 'By stage' }).click();
  return page;
}

const stage = (page: Page, name: RegExp) => page.getByRole('list', { name: 'Stages' }).getByRole('button', { name });

describe('the pipeline in the sidebar', () => {
  it('lists the stages with count, sum and weighted sum, and how many are stalled', async () => {
    const page = await stages(sampleServer());
    const proposal = stage(page, /^Proposal/);
    expect(await proposal.innerText()).toMatch(/€84.5k, weighted €42.3k\s+1\s*deal/);
    expect(await stage(page, /^Lead/).innerText()).toMatch(/—\s+1 stalled\s+1\s*deal/);
  });

  it('shows the deals of a stage with why they are stalled, moves one, and leads to its page', async () => {
    const server = sampleServer();
    const page = await stages(server);
    await stage(page, /^Lead/).click();
    const deals = page.getByRole('list', { name: 'Deals' });
    await deals.getByText('No next step').waitFor();
    await deals.getByRole('button', { name: 'Move Oven sensors pilot' }).click();
    await page.getByRole('radio', { name: 'Lost' }).check();
    await page.getByRole('button', { name: 'Save stage' }).click();
    await page.getByText('This is needed for the stage chosen.').waitFor();
    await page.getByRole('combobox', { name: 'Lost reason' }).fill('No budget');
    await page.getByRole('button', { name: 'Save stage' }).click();
    await page.getByText('Moved to Lost.').waitFor();
    expect(server.record('deals', 'D-2').fields).toMatchObject({ stage: 'Lost', lostReason: 'No budget' });
    await page.getByText('No deal is in this stage.').waitFor();
    await page.keyboard.press('Escape');
    await stage(page, /^Proposal/).click();
    await page.getByRole('button', { name: /^Fleet tracking/ }).click();
    await page.getByRole('heading', { name: 'Details' }).waitFor();
  });

  it('opens the board', async () => {
    const server = sampleServer();
    const page = await stages(server);
    await page.getByRole('button', { name: 'Open the board' }).click();
    // Others may follow: the window goes on reading its index.
    await eventually(() => server.calls.map(([name]) => name)).toContain('openBoard');
  });

  it('says why it could not be read, and reads again', async () => {
    const server = sampleServer();
    const real = server.functions().board as (input: unknown) => unknown;
    let offline = true;
    const board = (input: unknown) => {
      if (offline) throw new Error('NetworkError: Connection failure due to HTTP 0');
      return real(input);
    };
    const page = await stages(server, {}, { board });
    await page.getByText('No connection to Google.').waitFor();
    offline = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await stage(page, /^Lead/).waitFor();
  });

  it.each([
    ['light', {}],
    ['dark', { dark: true }],
    ['on a phone', { width: 320, touch: true }],
  ])('has no barrier and fits with very long names, %s', async (_look, options) => {
    const server = sampleServer();
    const name = `${'A deal with a very long name '.repeat(20)}${'x'.repeat(300)}`;
    server.add('deals', 'D-3', { name, pipeline: 'Sales', stage: 'Lead', amount: 1e12, closeDate: '2026-11-01' });
    const page = await stages(server, options);
    await stage(page, /^Lead/).waitFor();
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
    await stage(page, /^Lead/).click();
    await page.getByRole('button', { name: /^Move A deal/ }).click();
    await page.getByRole('radio', { name: 'Lost' }).check();
    expect([await axe(page), await fitsWidth(page)]).toEqual([[], true]);
  });
});
