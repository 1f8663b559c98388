import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digestSchedule,
  type MessageReference,
  messageKey,
  parseMessageKey,
  worksOn,
} from '../../../src/domain/follow-ups';
import type { Member } from '../../../src/domain/schema';
import { recordOf } from './builders';
import { formatInZone } from './zones';

const hour = 3_600_000;
const person = (values: Partial<Member> = {}) =>
  recordOf('team', { name: 'Ann', email: 'ann@rowbook.example', ...values });
const calendar = (workbookZone = 'Etc/UTC', holidays: readonly string[] = []) => ({
  workbookZone,
  holidays,
  format: formatInZone,
});
const at = (instant: string) => Date.parse(instant);

describe('a digest is due', () => {
  const cases: [string, Partial<Member>, string, boolean][] = [
    ['not before the digest hour', {}, '2026-11-23T07:59:59Z', false],
    ['from eight o’clock when no hour is set', {}, '2026-11-23T08:00:00Z', true],
    ['later on the same day too, for a run that came late', {}, '2026-11-23T22:10:00Z', true],
    ['at the person’s own hour', { digestHour: 6 }, '2026-11-23T06:00:00Z', true],
    ['at midnight when the hour is 0', { digestHour: 0 }, '2026-11-23T00:00:00Z', true],
    ['at eight when the hour is unreadable', { digestHour: 25 }, '2026-11-23T07:30:00Z', false],
    ['in the person’s own zone', { timeZone: 'America/New_York' }, '2026-11-23T12:59:00Z', false],
    ['in the person’s own zone, an hour on', { timeZone: 'America/New_York' }, '2026-11-23T13:00:00Z', true],
    ['in the workbook’s zone when theirs is none', { timeZone: 'Paris' }, '2026-11-23T08:00:00Z', true],
    ['in the workbook’s zone when theirs is unknown', { timeZone: 'Mars/Phobos' }, '2026-11-23T08:00:00Z', true],
    ['not on a Saturday', {}, '2026-11-21T09:00:00Z', false],
    ['on a Saturday for who works then', { workingDays: ['Saturday'] }, '2026-11-21T09:00:00Z', true],
    ['Monday to Friday when the working days are unreadable', { workingDays: ['x'] }, '2026-11-23T09:00:00Z', true],
    ['not for who has left', { active: false }, '2026-11-23T09:00:00Z', false],
    ['not before the first day back', { awayUntil: '2026-11-24' }, '2026-11-23T09:00:00Z', false],
    ['on the first day back', { awayUntil: '2026-11-23' }, '2026-11-23T09:00:00Z', true],
  ];
  it.each(cases)('%s', (_, values, instant, due) => {
    expect(digestSchedule(person(values), at(instant), calendar()).due).toBe(due);
  });

  it('not on a holiday', () => {
    expect(digestSchedule(person(), at('2026-12-25T09:00:00Z'), calendar('Etc/UTC', ['2026-12-25'])).due).toBe(false);
  });

  it('on the person’s date, not the workbook’s', () => {
    const schedule = digestSchedule(person({ timeZone: 'Asia/Tokyo' }), at('2026-11-22T23:30:00Z'), calendar('UTC'));
    expect(schedule).toMatchObject({ localDate: '2026-11-23', due: true, timeZone: 'Asia/Tokyo' });
  });
});

/** Runs as Google makes them: one in each hour, at any minute of it. */
const runs = (from: number, hours: number) =>
  fc
    .array(fc.integer({ min: 0, max: hour - 1 }), { minLength: hours, maxLength: hours })
    .map((minutes) => minutes.map((offset, index) => from + index * hour + offset));

// Days on which these zones' clocks change, and one that a zone leaves out (Apia had no 30 December 2011).
const changes: [string, string, number][] = [
  ['America/New_York', '2026-03-06T00:00:00Z', 4],
  ['America/New_York', '2026-10-30T00:00:00Z', 4],
  ['Europe/Berlin', '2026-03-27T00:00:00Z', 4],
  ['Europe/Berlin', '2026-10-23T00:00:00Z', 4],
  ['Australia/Lord_Howe', '2026-04-03T00:00:00Z', 4],
  ['Australia/Lord_Howe', '2026-10-02T00:00:00Z', 4],
  ['Pacific/Apia', '2011-12-28T00:00:00Z', 5],
  ['Pacific/Apia', '2011-09-23T00:00:00Z', 3],
  ['Asia/Kolkata', '2026-11-23T00:00:00Z', 3],
  ['America/Nuuk', '2026-03-27T00:00:00Z', 4],
  ['America/Havana', '2026-03-06T00:00:00Z', 4],
  ['America/Sao_Paulo', '2018-02-16T00:00:00Z', 4],
];

describe('over hourly runs at random minutes', () => {
  it.each(changes)('each working date in %s around %s gets exactly one digest', (zone, start, days) => {
    const from = at(start);
    const schedules = fc.record({
      digestHour: fc.integer({ min: 0, max: 23 }),
      workingDays: fc.subarray(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], { minLength: 1 }),
      times: runs(from, days * 24),
    });
    fc.assert(
      fc.property(schedules, ({ digestHour, workingDays, times }) => {
        const member = person({ timeZone: zone, digestHour, workingDays });
        const sent = times
          .map((now) => digestSchedule(member, now, calendar()))
          .filter((schedule) => schedule.due)
          .map((schedule) => messageKey({ kind: 'digest', person: 'ann', record: '', localDate: schedule.localDate }));
        // The outbox sends each key once; the first and last dates are only partly covered by the runs.
        const dates = wholeDates(zone, from, from + days * 24 * hour).filter((date) => worksOn(member, date, []));
        const keys = new Set(sent);
        for (const date of dates) {
          expect(keys).toContain(messageKey({ kind: 'digest', person: 'ann', record: '', localDate: date }));
        }
        expect(sent.every((key) => worksOn(member, parseMessageKey(key)?.localDate ?? '', []))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Local dates that begin and end between two instants. */
function wholeDates(zone: string, from: number, to: number): string[] {
  const dates = new Set<string>();
  for (let instant = from; instant < to; instant += hour / 4) dates.add(formatInZone(instant, zone, 'yyyy-MM-dd'));
  return [...dates].slice(1, -1);
}

describe('a message key', () => {
  it('goes to text and back, whatever the address looks like', () => {
    const references = fc.record({
      kind: fc.constant<'digest'>('digest'),
      person: fc.string({ minLength: 1 }).map((text) => `${text.trim().toLowerCase()}|%7c@x.example`),
      record: fc.constantFrom('', 'T-1'),
      localDate: fc.constantFrom('2026-11-23', '2024-02-29'),
    });
    fc.assert(
      fc.property(references, (reference: MessageReference) => {
        const person = reference.person.trim().toLowerCase();
        expect(parseMessageKey(messageKey(reference))).toEqual({ ...reference, person });
      }),
    );
  });

  it('is the same for the same person in other letters', () => {
    const key = (who: string) => messageKey({ kind: 'digest', person: who, record: '', localDate: '2026-11-23' });
    expect(key(' Ann@X.example ')).toBe(key('ann@x.example'));
  });

  it.each(['', 'digest', 'digest|a|b', 'mail|a||2026-11-23', 'digest|a||2026-11-23|x'])('is not %j', (text) => {
    expect(parseMessageKey(text)).toBeNull();
  });
});
