// Money looks the same in the panels and on the report page, whatever language the browser has.
import { afterAll, describe, expect, it } from 'vitest';
import { formatFor } from '../../functions/pages/format';
import { pipelineReport } from '../../src/domain/reports';
import type { ReportResult } from '../../src/rpc/contract';
import { deal, source } from '../domain/reports/deals';
import { forgetPrepared, openWorld } from '../workbook/world';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { panel, sidebar } = usePanels();
afterAll(forgetPrepared);

describe('money in a browser of another language than the workbook', () => {
  it.each([
    ['en_US', 'USD', '$84,500.50'],
    ['en_CA', 'USD', 'US$84,500.50'],
    ['de_DE', 'EUR', '84.500,50\u00a0€'],
    ['??', 'points', '84,500.5 points'],
  ])('is written as the workbook of %s writes %s, in the dialog as on the page', async (locale, currency, text) => {
    const deals = [deal({ stage: 'Proposal', amount: 84500.5 })];
    const made = pipelineReport(source(deals));
    const value: ReportResult = { ...made, currency, locale };
    const page = await panel('report', { report: () => ({ ok: true, value }) }, { width: 900, height: 640 });
    const row = page.getByRole('region', { name: 'By stage' }).getByRole('row', { name: /^Proposal/ });
    expect(await row.getByRole('cell').nth(1).textContent()).toBe(text);
    expect(formatFor(locale, currency).exactMoney(84500.5)).toBe(text);
  });

  it('is so in the sidebar too', async () => {
    const sample = sampleServer();
    sample.record('deals', 'D-1').fields.currency = 'USD';
    sample.locale = 'en_US';
    const { page } = await sidebar(sample);
    await openRecord(page, 'Fleet tracking');
    await page.getByText('$84,500', { exact: true }).waitFor();
  });

  it('has the workbook’s locale from the server', async () => {
    const world = await openWorld();
    expect(await world.ask('start', {})).toMatchObject({ locale: 'en_US' });
    expect(await world.ask('report', { name: 'pipeline' })).toMatchObject({ locale: 'en_US' });
    await world.close();
  });
});
