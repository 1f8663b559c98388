// The one window that remains (ARCHITECTURE.md, "The commit"): Google offers no conditional write, so what a person does in a tab
// between an execution's last look at it and its write, within one round trip, may be written over.
import type { ExecutionLogEntry } from '../../scripts/local/runtime/types';
import { renamed } from './view';

export interface Turn {
  readonly execution: number;
  readonly call: string;
}

const flushing = /^(?:SpreadsheetApp\.flush|end)/;
const failed = / \(failed\)$/;
const looking = /^(?:Range\.get|TextFinder|Sheet\.getLastRow)/;

/** Whether at this moment (a number of turns) some execution was between its look at the tab and its write. */
export function isInWindow(
  turns: readonly Turn[],
  runs: readonly ExecutionLogEntry[],
  moment: number,
  title: string,
): boolean {
  return runs.some(({ id, trace }) => {
    const moments = momentsOf(turns, id);
    const first = moments[0];
    if (first === undefined || first > moment || (moments[moments.length - 1] ?? 0) < moment) return false;
    return trace.some((line, at) => isWrite(line, title) && spans(trace, moments, at, title, moment));
  });
}

/** Whether at this moment some execution that wrote to the tab had looked at it already and had not ended. */
export function isWhileWriting(
  turns: readonly Turn[],
  runs: readonly ExecutionLogEntry[],
  moment: number,
  title: string,
): boolean {
  return runs.some(({ id, trace }) => {
    const moments = momentsOf(turns, id);
    const look = trace.findIndex((line) => isLook(line, title));
    const isWriter = trace.some((line) => isWrite(line, title));
    return isWriter && (moments[look] ?? moment) < moment && moment <= (moments[moments.length - 1] ?? 0);
  });
}

/** The moments at which an execution had its turns. */
function momentsOf(turns: readonly Turn[], id: number): number[] {
  return turns.flatMap(({ execution }, index) => (execution === id ? [index + 1] : []));
}

function spans(
  trace: readonly string[],
  moments: readonly number[],
  write: number,
  title: string,
  moment: number,
): boolean {
  // Rows of several records are looked at one after the other: from the first of these looks on.
  const flushes = trace.slice(0, write).flatMap((line, at) => (flushing.test(line) ? [at] : []));
  const announced = flushes[flushes.length - 1] ?? -1;
  const look = trace.findIndex((line, at) => at > announced && at < write && isLook(line, title));
  if (look < 0) return false;
  const landed = trace.findIndex((_, at) => at >= write && hasLanded(trace, write, at));
  const until = landed < 0 ? (moments[moments.length - 1] ?? 0) : (moments[landed] ?? 0);
  return (moments[look] ?? 0) < moment && moment <= until;
}

/** Whether the call at `at` brings the write into the sheet: a flush, or after one that failed the next look, which waits for writes. */
function hasLanded(trace: readonly string[], write: number, at: number): boolean {
  const line = trace[at] ?? '';
  if (failed.test(line)) return false;
  const flushFailed = trace.slice(write, at).some((one) => flushing.test(one) && failed.test(one));
  return flushing.test(line) || line.startsWith('Sheet.deleteRow') || (flushFailed && looking.test(line));
}

function isLook(line: string, title: string): boolean {
  // New records are put below what a tab holds: there the last row is all that is looked at.
  return looking.test(line) && isIn(line, title);
}

function isWrite(line: string, title: string): boolean {
  return /^(?:Range\.(?:set|clear|copy)|Sheet\.deleteRow)/.test(line) && !failed.test(line) && isIn(line, title);
}

/** Whether a line of a trace is about a tab, whatever people called it then: `Range.getValues Contacts!A1:Z1`. */
function isIn(line: string, title: string): boolean {
  const about = line.slice(line.indexOf(' ') + 1);
  return [title, renamed(title)].some(
    (name) => about === name || about.startsWith(`${name}!`) || about.startsWith(`${name} `),
  );
}
