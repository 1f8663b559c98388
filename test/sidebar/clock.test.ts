// The time that forms begin with is the server's, in the workbook's zone, whatever the computer's own clock says.
import { afterAll, describe, expect, it } from 'vitest';
import { makeClock, serverTime } from '../../sidebar/app/clock';
import { forgetPrepared, openWorld } from '../workbook/world';
import { sampleServer } from './sample';
import { openRecord, usePanels } from './setup';

const { sidebar } = usePanels();
afterAll(forgetPrepared);

describe('the clock', () => {
  it('counts on from what the server said last, over a change of the zone’s clock and past midnight', () => {
    let elapsed = 5_000;
    const told = serverTime(() => elapsed);
    const clock = makeClock('Europe/Paris', '2026-10-24', told);
    expect(clock.today()).toBe('2026-10-24');
    told.heard('2026-10-24T21:59:00.000Z');
    expect(clock.now()).toBe('2026-10-24T23:59');
    elapsed += 60_000;
    expect(clock.now()).toBe('2026-10-25T00:00');
    elapsed += 3 * 3_600_000;
    expect(clock.now()).toBe('2026-10-25T02:00');
    told.heard('2026-11-23T08:30:00.000Z');
    expect(clock.now()).toBe('2026-11-23T09:30');
    expect(clock.today()).toBe('2026-11-23');
  });
});

describe('logging an interaction', () => {
  it('begins with the server’s time in the workbook’s zone, also after it was moved', async () => {
    const sample = sampleServer();
    sample.now = '2026-11-23T08:30:10.000Z';
    const { page } = await sidebar(sample);
    const when = async () => {
      await openRecord(page, 'Fleet tracking');
      await page.getByRole('button', { name: 'Log call' }).click();
      return page.getByLabel('When').inputValue();
    };
    expect(await when()).toBe('2026-11-23T09:30');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    sample.now = '2026-11-24T15:00:10.000Z';
    expect(await when()).toBe('2026-11-24T16:00');
  });
});

describe('the server', () => {
  it('says the time with each answer', async () => {
    const world = await openWorld();
    const saidBy = async (name: string, input: object) => {
      const reply = await world.reply(name, input);
      return Date.parse((reply.ok && reply.now) || '');
    };
    const before = await saidBy('start', {});
    await world.runtime.setClock({ advanceMs: 7_200_000 });
    const after = await saidBy('findRecords', { tab: 'deals' });
    expect(after - before).toBeGreaterThanOrEqual(7_200_000);
    expect(after - before).toBeLessThan(7_300_000);
    await world.close();
  });
});
