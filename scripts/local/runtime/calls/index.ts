// All calls that a script's services can make, and how each is named in a trace.
import type { Handlers } from '../host';
import type { HostCall, Rect, SheetView } from '../protocol';
import { rectToA1 } from './a1';
import { filterCalls } from './filter';
import { metadataCalls } from './metadata';
import { peopleCalls } from './people';
import { protectionCalls } from './protection';
import { rangeCalls } from './range';
import { scriptCalls } from './script';
import { sheetCalls } from './sheet';
import { stateCalls } from './state';

export const handlers: Handlers = {
  ...sheetCalls,
  ...rangeCalls,
  ...filterCalls,
  ...metadataCalls,
  ...protectionCalls,
  ...stateCalls,
  ...peopleCalls,
  ...scriptCalls,
};

/** `Range.getValues Contacts!A1:Z1`: the call and what it is about, for the log of executions. */
export function describeCall(
  call: HostCall,
  name: string,
  args: readonly unknown[],
  sheets: () => readonly SheetView[],
): string {
  const title = (sheetId: unknown) => sheets().find((sheet) => sheet.sheetId === sheetId)?.title ?? '?';
  const about = args.slice(0, 2).map((argument) => {
    if (isRect(argument)) return `${title(argument.sheetId)}!${rectToA1(argument)}`;
    if (Array.isArray(argument) && argument.every(isRect)) {
      return argument.map((rect) => `${title(rect.sheetId)}!${rectToA1(rect)}`).join(',');
    }
    if (call.startsWith('Sheet.') && typeof argument === 'number' && argument === args[0]) return title(argument);
    if (typeof argument === 'string' || typeof argument === 'number') return String(argument).slice(0, 80);
    return '';
  });
  return [name, ...about.filter((text) => text !== '')].join(' ');
}

function isRect(value: unknown): value is Rect {
  return typeof value === 'object' && value !== null && 'sheetId' in value && 'rows' in value && 'columns' in value;
}
