// Asks the cloud function about changes before the lock is taken. What it says is advice: the commit checks all again.
import type {
  Problem,
  ProposedChange,
  ValidationAnswer,
  ValidationRequest,
  Verdict,
} from '../domain/validation-exchange';
import type { Workbook } from '../workbook';
import { askFunction } from './function-client';
import { knownFunction, passOver, unreachableMessage } from './function-memory';

/** A person waits for a save, so the function gets little time. */
const deadlineMs = 6000;

export type RemoteOpinion =
  /** One verdict for each change, in order. */
  | { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] }
  /** No function is set up. */
  | { readonly kind: 'none' }
  /** The function did not answer or would not: the save goes on, `notice` tells the person why. */
  | { readonly kind: 'passedOver'; readonly notice: string };

/** The function's opinion on these changes. Throws only what reading the workbook throws. */
export function validateRemotely(workbook: Workbook, changes: readonly ProposedChange[]): RemoteOpinion {
  // The rules of deals depend on the stages in Settings.
  const known = knownFunction(
    workbook,
    changes.some(({ tab }) => tab === 'deals'),
  );
  if (known.address === '' || changes.length === 0) return { kind: 'none' };
  const body: ValidationRequest = { changes };
  const answer = askFunction(workbook, known, { method: 'post', path: 'changes:validate', body, deadlineMs });
  if (answer.kind === 'unreachable') return passed(unreachableMessage(workbook, answer.until));
  if (answer.status >= 400) {
    const problem = parse<Problem>(answer.text);
    const said = problem?.detail ?? problem?.title ?? `it answered ${answer.status}`;
    return passed(`The function did not check this save: ${said}`);
  }
  const verdicts = verdictsOf(answer.text, changes.length);
  if (verdicts) return { kind: 'verdicts', verdicts };
  // A 200 that is no verdict comes from something else at this address: a proxy's page, an older function.
  const { until } = passOver(workbook, known.address, 'it answered something else');
  return passed(unreachableMessage(workbook, until));
}

function passed(notice: string): { kind: 'passedOver'; notice: string } {
  return { kind: 'passedOver', notice };
}

const statuses: readonly string[] = ['ok', 'invalid', 'conflict', 'forbidden', 'stale'];

/** The verdicts in the order of the request, or null where the answer is not one verdict for each change. */
function verdictsOf(text: string, count: number): Verdict[] | null {
  const found = parse<Partial<ValidationAnswer>>(text)?.verdicts;
  if (!Array.isArray(found) || found.length !== count) return null;
  const verdicts = [...(found as Verdict[])].sort((a, b) => a.index - b.index);
  const whole = verdicts.every(
    (verdict, index) =>
      verdict.index === index &&
      statuses.includes(verdict.status) &&
      Array.isArray(verdict.issues) &&
      Array.isArray(verdict.conflicts) &&
      Array.isArray(verdict.merged),
  );
  return whole ? verdicts : null;
}

function parse<T>(text: string): T | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? (value as T | null) : null;
  } catch {
    return null;
  }
}
