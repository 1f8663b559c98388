import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageReference } from '../../src/domain/follow-ups';
import { messageKey } from '../../src/domain/follow-ups';
import { foreignReason, runOutbox } from '../../src/mail/outbox';
import type { OutboxRow } from '../../src/mail/outbox-ports';
import { Killed, World } from './outbox-world';

const due = (person: string, localDate = '2026-11-23'): MessageReference => ({
  kind: 'digest',
  person,
  record: '',
  localDate,
});
const everyone = ['ann@x.example', 'bob@x.example', 'cy@x.example'].map((person) => due(person));
const states = (world: World) => world.rows.map((row) => row.state);
const forged = (values: Partial<OutboxRow>): OutboxRow => ({
  key: '',
  kind: 'digest',
  person: 'eve@x.example',
  record: '',
  localDate: '2026-11-23',
  state: 'queued',
  reason: '',
  planned: '',
  changed: '',
  ...values,
});

describe('the outbox', () => {
  it('sends each message once and says so in the tab', () => {
    const world = new World();
    const report = runOutbox(() => everyone, world.run(), true);
    expect(report).toMatchObject({ sent: 3, waiting: 0 });
    expect(world.mails.map((mail) => mail.to)).toEqual(['ann@x.example', 'bob@x.example', 'cy@x.example']);
    expect(states(world)).toEqual(['sent', 'sent', 'sent']);
  });

  it('sends nothing the second time', () => {
    const world = new World();
    runOutbox(() => everyone, world.run(), true);
    const again = world.run();
    runOutbox(() => everyone, again, true);
    expect(world.mails).toHaveLength(3);
    expect(again.steps()).toBe(2); // the register and the tab are read, nothing is written
  });

  it('keeps what goes beyond the quota and sends it when there is some again', () => {
    const world = new World();
    world.quota = 2;
    expect(runOutbox(() => everyone, world.run(), true)).toMatchObject({ sent: 2, waiting: 1 });
    expect(states(world)).toEqual(['sent', 'sent', 'queued']);
    expect(world.rows[2]?.reason).toMatch(/used up/);
    world.quota = 2;
    expect(runOutbox(() => [], world.run(), true)).toMatchObject({ sent: 1, waiting: 0 });
    expect(world.mailsTo('cy@x.example')).toBe(1);
  });

  it('leaves the rest queued when the time is up', () => {
    const world = new World();
    expect(runOutbox(() => everyone, world.run({ seconds: 1 }), true)).toMatchObject({ sent: 1, waiting: 2 });
    expect(runOutbox(() => everyone, world.run(), true)).toMatchObject({ sent: 2 });
    expect(world.mails).toHaveLength(3);
  });

  it('neither plans nor sends when it may not', () => {
    const world = new World();
    runOutbox(() => everyone, world.run(), false);
    expect([world.mails.length, world.rows.length, world.register.size]).toEqual([0, 0, 0]);
  });

  it('skips and fails with the reason of the moment', () => {
    const world = new World();
    world.compose = (reference) =>
      reference.person.startsWith('ann')
        ? { kind: 'skipped', reason: 'Nothing is due any more.' }
        : { kind: 'failed', reason: 'Not an address.' };
    expect(runOutbox(() => everyone.slice(0, 2), world.run(), true)).toMatchObject({ skipped: 1, failed: 1, sent: 0 });
    expect(world.rows.map((row) => row.reason)).toEqual(['Nothing is due any more.', 'Not an address.']);
    runOutbox(() => everyone.slice(0, 2), world.run(), true);
    expect(world.mails).toHaveLength(0);
  });

  it('lists a message as unknown when the sending itself ends with an error', () => {
    const world = new World();
    const send = stepOf(world, 'send');
    const fresh = new World();
    runOutbox(() => everyone.slice(0, 1), fresh.run({ failAt: send }), true);
    expect(states(fresh)).toEqual(['unknown']);
    runOutbox(() => everyone.slice(0, 1), fresh.run(), true);
    expect(fresh.mails).toHaveLength(0);
  });

  it('forgets what is settled after some days, and still sends it to nobody twice', () => {
    const world = new World();
    runOutbox(() => everyone, world.run(), true);
    world.nowMs += 4 * 86_400_000;
    const later = everyone.map((one) => ({ ...one, localDate: '2026-11-27' }));
    runOutbox(() => later, world.run(), true);
    expect([...world.register.keys()]).toEqual(later.map(messageKey));
    runOutbox(() => [], world.run(), true);
    expect(states(world)).toEqual(Array.from({ length: 6 }, () => 'sent'));
    expect(world.mails).toHaveLength(6);
  });

  it('sends no date of a person again that lies before one already known, wherever the clock is set', () => {
    const world = new World();
    for (const localDate of ['2026-11-23', '2026-11-24', '2026-11-30']) {
      runOutbox(() => everyone.map((one) => ({ ...one, localDate })), world.run(), true);
      world.nowMs += 4 * 86_400_000;
    }
    world.nowMs -= 12 * 86_400_000;
    for (const localDate of ['2026-11-23', '2026-11-24', '2026-11-25']) {
      runOutbox(() => everyone.map((one) => ({ ...one, localDate })), world.run(), true);
    }
    expect(world.mails).toHaveLength(9);
  });
});

/** The step of a run for one message at which `send` is called. */
function stepOf(world: World, what: 'send'): number {
  const ports = world.run();
  let found = 0;
  const watched = {
    ...ports,
    [what]: (mail: Parameters<typeof ports.send>[0]) => {
      ports.send(mail);
      found = ports.steps();
    },
  };
  runOutbox(() => everyone.slice(0, 1), watched, true);
  return found;
}

describe('a row that Rowbook did not queue', () => {
  it('is shown and never sent', () => {
    const world = new World();
    world.rows.push(forged({ key: messageKey(due('eve@x.example')) }), forged({ person: 'no key' }));
    const report = runOutbox(() => everyone, world.run(), true);
    expect(report).toMatchObject({ sent: 3, foreign: 2 });
    expect(world.mailsTo('eve@x.example')).toBe(0);
    expect(world.rows[0]).toMatchObject({ state: 'skipped', person: 'eve@x.example' });
    expect(world.rows[0]?.reason).toContain(foreignReason);
    expect(runOutbox(() => [], world.run(), true).foreign).toBe(0);
  });

  it('does not keep the true message of the same key from being sent once', () => {
    const world = new World();
    world.rows.push(forged({ key: messageKey(due('ann@x.example')), state: 'sent', person: 'ann@x.example' }));
    runOutbox(() => everyone, world.run(), true);
    expect(world.mailsTo('ann@x.example')).toBe(1);
  });

  it('may be a sent row set back to queued: it is put right, not sent again', () => {
    const world = new World();
    runOutbox(() => everyone, world.run(), true);
    world.rows = world.rows.map((row) => ({ ...row, state: 'queued' }));
    runOutbox(() => everyone, world.run(), true);
    expect(states(world)).toEqual(['sent', 'sent', 'sent']);
    expect(world.mails).toHaveLength(3);
  });

  it('may be a copy of a sent row, and may replace it', () => {
    const world = new World();
    runOutbox(() => everyone, world.run(), true);
    world.rows = [...world.rows, ...world.rows.map((row) => ({ ...row, state: 'queued' }))];
    runOutbox(() => everyone, world.run(), true);
    expect(states(world)).toEqual(['sent', 'sent', 'sent', 'skipped', 'skipped', 'skipped']);
    world.rows = [];
    runOutbox(() => everyone, world.run(), true);
    expect(world.mails).toHaveLength(3);
  });
});

describe('a run that dies at any step', () => {
  const attempt = (world: World, options: Parameters<World['run']>[0]) => {
    try {
      runOutbox(() => everyone, world.run(options), true);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  };
  const settled = (world: World) => {
    for (const { person } of everyone) {
      const entry = [...world.register].find(([key]) => key.includes(person))?.[1];
      const rows = world.rows.filter((row) => row.person === person && row.state !== 'skipped');
      expect(rows).toHaveLength(1);
      expect(rows[0]?.state).toBe(entry?.state);
      expect(world.mailsTo(person)).toBeLessThanOrEqual(1);
      if (entry?.state === 'sent') expect(world.mailsTo(person)).toBe(1);
      else expect(entry?.state).toBe('unknown');
    }
  };

  it('sends no message twice and loses none: each is sent or listed as unknown', () => {
    const whole = new World().run();
    runOutbox(() => everyone, whole, true);
    const steps = fc.array(fc.record({ killAt: fc.integer({ min: 1, max: whole.steps() }), applied: fc.nat(3) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(steps, (kills) => {
        const world = new World();
        for (const kill of kills) attempt(world, kill);
        attempt(world, {});
        settled(world);
        // At most one message is in flight when a run dies.
        expect([...world.register.values()].filter((entry) => entry.state === 'unknown').length).toBeLessThanOrEqual(
          kills.length,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('does as well when a call fails once at any step', () => {
    const whole = new World().run();
    runOutbox(() => everyone, whole, true);
    for (let failAt = 1; failAt <= whole.steps(); failAt++) {
      const world = new World();
      try {
        runOutbox(() => everyone, world.run({ failAt }), true);
      } catch (error) {
        expect(String(error)).toMatch(/Service failed/);
      }
      attempt(world, {});
      settled(world);
    }
  });
});
