// What went wrong, in words a person can act on. The server's sentences are for people already, so only codes that a panel can
// say more about stand here, and the failures of the call itself.
import type { Issue } from '../src/rpc/contract';
import { CallError } from './call';

const byCode: { readonly [code: string]: string } = {
  busy: 'Someone else’s change is being written right now. Nothing of yours is lost: try again in a few seconds.',
  'no-record': 'This record is no longer in the workbook. Someone may have deleted it.',
  'function-unreachable': 'The cloud function does not answer. Everything else works without it.',
  empty: 'The answer did not arrive. Nothing is lost: try again.',
};

/** Failures of google.script.run come as text only, so they are told apart by what Google writes in it. */
const byText: readonly (readonly [RegExp, string])[] = [
  [
    /PERMISSION_DENIED/i,
    'Google refused the call. This happens when you are signed in to several Google accounts: open the workbook in a window with only the account that may edit it (a private window, or a browser profile of its own), then try again.',
  ],
  [
    /authori[sz]ation is required|permission to call/i,
    'Rowbook needs your permission first. Choose Rowbook → Open sidebar in the menu and accept, then try again.',
  ],
  [
    /exceeded maximum execution time|timed? ?out/i,
    'This took longer than Google allows. Nothing is half done: try again, it may well go through.',
  ],
  [
    /too many times|rate limit|quota|simultaneous/i,
    'Google is limiting how often this workbook may be used right now. Wait a minute and try again.',
  ],
  [
    /connection failure|network|HTTP 0|offline|Failed to fetch/i,
    'No connection to Google. Check your network and try again. What you typed is still here.',
  ],
  [/protected/i, 'This part of the sheet is protected, and your account may not change it. Ask an admin.'],
];

/** One or two sentences about a failure: what happened and what to do. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof CallError)) return 'Something unexpected happened in this window. Close it and open it again.';
  if (error.code !== 'transport')
    return byCode[error.code] ?? (error.message.trim() || `It did not work (${error.code}).`);
  const known = byText.find(([pattern]) => pattern.test(error.message));
  if (known) return known[1];
  const reason = error.message.trim() || 'no reason was given';
  return `The call did not go through: ${reason}${/[.!?…]$/.test(reason) ? '' : '.'} Try again.`;
}

/** A problem with one value, as it stands beside its field. */
export function issueSentence(issue: Issue): string {
  const value = `“${issue.received}”`;
  switch (issue.code) {
    case 'required':
      return 'This is needed.';
    case 'email':
      return `${value} is not an email address. Write it like ann@example.com`;
    case 'number':
      return `${value} is not a number. Write it like 1,250.50`;
    case 'date':
      return `${value} is not a date. Write it like 2026-11-23`;
    case 'choice':
      return `${value} is none of the choices: ${issue.expected}`;
    case 'reference':
      return `${value} is not in the workbook. Choose one from the list or create it.`;
    case 'unique': {
      const [, other] = /\(([A-Z]+-\d+) has it\)/.exec(issue.expected) ?? [];
      return other ? `${other} has ${value} already. Open that record instead, or use another.` : issue.message;
    }
    default:
      return issue.message;
  }
}

/** What a call that takes long says of itself, by the seconds it has been under way. */
export function slowSentence(seconds: number): string {
  if (seconds < 20) return 'Still working. Google Sheets can take a few seconds.';
  return 'Still waiting for Google. You can leave this open: nothing is lost.';
}
