// A link to the function's report page, for a browser that has no identity token.
import { askFunction, knownFunction } from '../remote';
import type { Caller } from './caller';
import type { ReportInput, ReportLink } from './contract';
import { CallError } from './reply';
import { readFilters } from './report';

const deadlineMs = 10_000;

/** Throws `function-not-set-up`, `function-unreachable`, `function-refused`, `bad-input`. */
export function reportLinkOf({ workbook }: Caller, input: ReportInput): ReportLink {
  const known = knownFunction(workbook);
  if (known.address === '') {
    throw new CallError(
      'function-not-set-up',
      'The report page needs the cloud function. Its address stands in Settings, in the row “Function address”.',
    );
  }
  const body = { name: input.name, filters: readFilters(input) };
  const answer = askFunction(workbook, known, { method: 'post', path: 'report-links', body, deadlineMs });
  if (answer.kind === 'unreachable') {
    throw new CallError('function-unreachable', `The cloud function could not be reached: ${answer.why}.`);
  }
  const { path, expires, detail } = parse(answer.text);
  if (answer.status !== 201 || !path || !expires) {
    throw new CallError('function-refused', detail ?? `The cloud function answered ${answer.status}.`);
  }
  // Our own address of the function, not what it believes its address to be.
  return { url: `${known.address}${path}`, expires };
}

function parse(text: string): { path?: string; expires?: string; detail?: string } {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
