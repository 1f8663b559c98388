// Trigger and its builders: `ScriptApp.newTrigger(…)`.
import type { TimeSpec, TriggerEventType, TriggerJson } from '../protocol';
import { isTimeZone } from '../zone';
import { call, exception, started } from './bridge';
import { type EnumValue, enumOf, nameIn } from './enums';
import { registerClass } from './register';
import { isDate, signature } from './signature';
import { activeSpreadsheet } from './spreadsheet';

export const eventTypes = enumOf('CLOCK', 'ON_OPEN', 'ON_EDIT', 'ON_FORM_SUBMIT', 'ON_CHANGE', 'ON_EVENT_UPDATED');
export const triggerSources = enumOf('SPREADSHEETS', 'CLOCK', 'FORMS', 'DOCUMENTS', 'CALENDAR');
export const weekDays = enumOf('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY');

/** Where a trigger's id is kept, out of a script's sight. */
export const triggerId = Symbol('trigger');

export class Trigger {
  readonly [triggerId]: string;
  readonly #trigger: TriggerJson;

  constructor(trigger: TriggerJson) {
    this.#trigger = trigger;
    this[triggerId] = trigger.id;
  }

  getUniqueId(): string {
    return this.#trigger.id;
  }

  getHandlerFunction(): string {
    return this.#trigger.handler;
  }

  getEventType(): EnumValue {
    return eventTypes[this.#trigger.eventType];
  }

  getTriggerSource(): EnumValue {
    return this.#trigger.eventType === 'CLOCK' ? triggerSources.CLOCK : triggerSources.SPREADSHEETS;
  }

  getTriggerSourceId(): string | null {
    return this.#trigger.eventType === 'CLOCK' ? null : activeSpreadsheet('Trigger.getTriggerSourceId').getId();
  }
}

export class TriggerBuilder {
  readonly #handler: string;

  constructor(handler: string) {
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#handler);
  }

  forSpreadsheet(_spreadsheet: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.#handler);
  }
}

export class SpreadsheetTriggerBuilder {
  readonly #handler: string;
  #eventType: TriggerEventType | null = null;

  constructor(handler: string) {
    this.#handler = handler;
  }

  onOpen(): this {
    return this.#on('ON_OPEN');
  }

  onEdit(): this {
    return this.#on('ON_EDIT');
  }

  onChange(): this {
    return this.#on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.#on('ON_FORM_SUBMIT');
  }

  create(): Trigger {
    if (this.#eventType === null) throw exception('A spreadsheet trigger needs an event.');
    return createTrigger({ handler: this.#handler, eventType: this.#eventType });
  }

  #on(eventType: TriggerEventType): this {
    this.#eventType = eventType;
    return this;
  }
}

type CalendarSpec = Extract<TimeSpec, { kind: 'calendar' }>;

export class ClockTriggerBuilder {
  readonly #handler: string;
  #time: TimeSpec | null = null;
  #calendar: Partial<CalendarSpec> = {};

  constructor(handler: string) {
    this.#handler = handler;
  }

  /** Once, at least so many milliseconds from now. */
  after(durationMilliseconds: number): this {
    signature('ClockTriggerBuilder.after', arguments, 'number');
    this.#time = { kind: 'after', durationMs: durationMilliseconds };
    return this;
  }

  at(date: Date): this {
    signature('ClockTriggerBuilder.at', arguments, 'date');
    if (isDate(date)) this.#time = { kind: 'at', at: date.getTime() };
    return this;
  }

  everyMinutes(minutes: number): this {
    if (![1, 5, 10, 15, 30].includes(minutes)) {
      throw exception('The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.');
    }
    this.#time = { kind: 'everyMinutes', minutes };
    return this;
  }

  everyHours(hours: number): this {
    signature('ClockTriggerBuilder.everyHours', arguments, 'number');
    this.#time = { kind: 'everyHours', hours };
    return this;
  }

  everyDays(days: number): this {
    signature('ClockTriggerBuilder.everyDays', arguments, 'number');
    return this.#on({ everyDays: days });
  }

  everyWeeks(weeks: number): this {
    signature('ClockTriggerBuilder.everyWeeks', arguments, 'number');
    return this.#on({ everyWeeks: weeks });
  }

  onWeekDay(day: EnumValue): this {
    const name = nameIn(weekDays, day);
    if (name === null) throw exception('Invalid argument: day');
    return this.#on({ weekDay: weekDays[name].ordinal() + 1 });
  }

  onMonthDay(day: number): this {
    signature('ClockTriggerBuilder.onMonthDay', arguments, 'number');
    return this.#on({ monthDay: day });
  }

  atHour(hour: number): this {
    signature('ClockTriggerBuilder.atHour', arguments, 'number');
    return this.#on({ hour });
  }

  nearMinute(minute: number): this {
    signature('ClockTriggerBuilder.nearMinute', arguments, 'number');
    return this.#on({ minute });
  }

  inTimezone(timezone: string): this {
    signature('ClockTriggerBuilder.inTimezone', arguments, 'string');
    if (!isTimeZone(timezone)) throw exception(`Invalid argument: timezone. Should be of type: IANA time zone`);
    return this.#on({ zone: timezone });
  }

  create(): Trigger {
    const { everyDays, everyWeeks, weekDay, monthDay, hour, minute } = this.#calendar;
    const hasFrequency = [everyDays, everyWeeks, weekDay, monthDay].some((value) => value !== undefined);
    if (this.#time === null && !hasFrequency) throw exception('You must specify a frequency for the clock trigger.');
    if (this.#time !== null && (hour !== undefined || minute !== undefined)) {
      throw exception('atHour and nearMinute need everyDays, everyWeeks, onWeekDay or onMonthDay.');
    }
    const time: TimeSpec = this.#time ?? { zone: started().scriptZone, ...this.#calendar, kind: 'calendar' };
    return createTrigger({ handler: this.#handler, eventType: 'CLOCK', time });
  }

  #on(change: Partial<CalendarSpec>): this {
    this.#calendar = { ...this.#calendar, ...change };
    return this;
  }
}

function createTrigger(trigger: Omit<TriggerJson, 'id'>): Trigger {
  return new Trigger(call('ScriptApp.createTrigger', 'TriggerBuilder.create', trigger));
}

registerClass('Trigger', Trigger);
registerClass('TriggerBuilder', TriggerBuilder);
registerClass('SpreadsheetTriggerBuilder', SpreadsheetTriggerBuilder);
registerClass('ClockTriggerBuilder', ClockTriggerBuilder);
