// What went wrong, in words a person can act on. The server's sentences are for people already, so only codes that a panel can
// say more about stand here, and the failures of the call itself.
import type { Issue } from '../src/rpc/contract';
import { CallError } from './call';
import * as words from './words';

const byCode: { readonly [code: string]: string } = {
  busy: words.someoneIsWriting,
  'no-record': words.recordIsGone,
  'function-unreachable': words.functionDoesNotAnswer,
  empty: words.answerDidNotArrive,
};

/** Failures of google.script.run come as text only, so they are told apart by what Google writes in it. */
const byText: readonly (readonly [RegExp, string])[] = [
  [/PERMISSION_DENIED/i, words.googleRefusedTheCall],
  [/authori[sz]ation is required|permission to call/i, words.rowbookNeedsPermission],
  [/exceeded maximum execution time|timed? ?out/i, words.tookTooLong],
  [/too many times|rate limit|quota|simultaneous/i, words.googleLimitsUse],
  [/connection failure|network|HTTP 0|offline|Failed to fetch/i, words.noConnection],
  [/protected/i, words.partIsProtected],
];

/** One or two sentences about a failure: what happened and what to do. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof CallError)) return words.somethingUnexpected;
  if (error.code !== 'transport')
    return byCode[error.code] ?? (words.told(error.message.trim()) || words.itDidNotWork(error.code));
  const known = byText.find(([pattern]) => pattern.test(error.message));
  if (known) return known[1];
  const reason = words.told(error.message.trim()) || words.noReasonWasGiven;
  return words.callDidNotGoThrough(/[.!?…]$/.test(reason) ? reason : `${reason}.`);
}

/** A problem with one value, as it stands beside its field. */
export function issueSentence(issue: Issue): string {
  const value = issue.received;
  switch (issue.code) {
    case 'required':
      return words.thisIsNeeded;
    case 'email':
      return words.isNoEmail(value);
    case 'phone':
      return words.isNoPhone(value);
    case 'number':
      return words.isNoNumber(value);
    case 'date':
      return words.isNoDate(value);
    case 'choice':
      return words.isNoChoice(value, issue.expected);
    case 'reference':
      return words.isNotInWorkbook(value);
    case 'unique': {
      const [, other] = /\(([A-Z]+-\d+) has it\)/.exec(issue.expected) ?? [];
      return other ? words.otherHasIt(other, value) : words.told(issue.message);
    }
    default:
      return words.told(issue.message);
  }
}

/** What a call that takes long says of itself, by the seconds it has been under way. */
export function slowSentence(seconds: number): string {
  return seconds < 20 ? words.stillWorking : words.stillWaiting;
}
