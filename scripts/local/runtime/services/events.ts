// Event objects, with exactly the fields of APPS_SCRIPT.md 3.3.
import type { EventJson } from '../protocol';
import { started } from './bridge';
import { formatJavaDate } from './java-date';
import { Range } from './range';
import { authModes } from './script-app';
import { Spreadsheet } from './spreadsheet';
import { User } from './user';

const utc = 'Etc/UTC';

export function toEvent(event: EventJson): object {
  if (event.kind === 'time') return timeEvent(event.triggerUid, event.at);
  const authMode = authModes[event.authMode];
  const common = {
    authMode,
    source: new Spreadsheet(started().workbook),
    user: new User(event.user),
    ...(event.triggerUid === undefined ? {} : { triggerUid: event.triggerUid }),
  };
  switch (event.kind) {
    case 'open':
      return event.authMode === 'NONE' ? { authMode } : common;
    case 'change':
      return { ...common, changeType: event.changeType };
    case 'edit': {
      const { row, column, rows, columns } = event.range;
      const range = Object.assign(new Range(event.range), {
        rowStart: row,
        rowEnd: row + rows - 1,
        columnStart: column,
        columnEnd: column + columns - 1,
      });
      return {
        ...common,
        range,
        ...(event.value === undefined ? {} : { value: event.value }),
        ...(event.oldValue === undefined ? {} : { oldValue: event.oldValue }),
      };
    }
  }
}

function timeEvent(triggerUid: string, at: number): object {
  const part = (pattern: string) => Number(formatJavaDate(at, utc, pattern));
  return {
    authMode: authModes.FULL,
    triggerUid,
    year: part('yyyy'),
    month: part('M'),
    'day-of-month': part('d'),
    'day-of-week': part('u'),
    'week-of-year': part('w'),
    hour: part('H'),
    minute: part('m'),
    second: part('s'),
    timezone: 'UTC',
  };
}
