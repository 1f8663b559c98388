// What a source's own words for a choice (stages first of all) probably mean here. A suggestion: the person decides.
import type { Outcome } from '../settings';
import { slipsBetween } from '../typos';
import { normalHeader } from './header-text';

export interface Choice {
  readonly name: string;
  /** Stages only: what `Closed Won` and the like are matched by. */
  readonly outcome?: Outcome;
}

/** Words of other programs for the usual steps of a sale, in order. The first of each group is Rowbook's own word. */
const stageGroups: readonly (readonly string[])[] = [
  [
    'lead',
    'prospecting',
    'prospect',
    'new',
    'open',
    'incoming',
    'inquiry',
    'cold',
    'target',
    'suspect',
    'lead in',
    'identified',
  ],
  [
    'qualified',
    'qualification',
    'qualifying',
    'engaging',
    'engaged',
    'contacted',
    'contact made',
    'discovery',
    'needs analysis',
    'appointment scheduled',
    'qualified to buy',
    'interested',
    'warm',
    'demo',
    'demo scheduled',
    'meeting',
    'working',
  ],
  [
    'proposal',
    'proposal made',
    'proposal sent',
    'presentation scheduled',
    'presentation',
    'quote',
    'quoted',
    'quote sent',
    'offer',
    'offer sent',
    'value proposition',
    'id decision makers',
    'perception analysis',
    'proposal price quote',
    'evaluation',
  ],
  [
    'negotiation',
    'negotiating',
    'negotiations started',
    'negotiation review',
    'contract',
    'contract sent',
    'decision maker bought in',
    'verbal',
    'commit',
    'hot',
    'closing',
  ],
  [
    'won',
    'closed won',
    'win',
    'success',
    'successful',
    'signed',
    'sold',
    'ordered',
    'closed deal',
    'done deal',
    'deal won',
  ],
  [
    'lost',
    'closed lost',
    'loss',
    'dead',
    'disqualified',
    'abandoned',
    'rejected',
    'unqualified',
    'no deal',
    'deal lost',
  ],
];

const otherWords: readonly (readonly string[])[] = [
  ['to do', 'todo', 'task'],
  ['call', 'phone', 'phone call', 'called', 'cold call'],
  ['email', 'e mail', 'mail', 'emailed'],
  ['meeting', 'appointment', 'demo', 'event', 'lunch'],
  ['message', 'sms', 'chat', 'whatsapp', 'text', 'linkedin'],
  ['visit', 'site visit', 'on site'],
  ['note', 'comment', 'memo', 'other'],
  ['done', 'completed', 'complete', 'finished', 'closed'],
  ['open', 'not started', 'in progress', 'pending', 'planned'],
  ['dropped', 'cancelled', 'canceled', 'deferred'],
  ['solved', 'resolved', 'fixed'],
  ['waiting', 'on hold', 'pending', 'waiting on customer'],
  ['low', 'minor', '4', 'p4'],
  ['normal', 'medium', 'standard', '3', 'p3'],
  ['high', 'important', 'major', '2', 'p2'],
  ['urgent', 'critical', 'highest', '1', 'p1'],
  ['customer', 'client', 'active customer', 'active'],
  ['former', 'churned', 'inactive', 'lost', 'ex customer'],
  ['prospect', 'opportunity', 'qualified', 'sql', 'mql'],
  ['lead', 'new', 'subscriber', 'cold', 'open'],
  ['opted in', 'yes', 'true', 'subscribed', 'granted'],
  ['opted out', 'no', 'false', 'unsubscribed', 'withdrawn'],
  ['in', 'inbound', 'incoming', 'received'],
  ['out', 'outbound', 'outgoing', 'sent'],
];

/** The choice that is spelled like the value: case, accents, spaces and punctuation do not count. */
export function sameChoice(value: string, choices: readonly Choice[]): string | null {
  const wanted = normalHeader(value);
  return choices.find((choice) => normalHeader(choice.name) === wanted)?.name ?? null;
}

function byGroup(value: string, choices: readonly Choice[], groups: readonly (readonly string[])[]): string | null {
  for (const group of groups) {
    if (!group.includes(value)) continue;
    const found = choices.find((choice) => group.includes(normalHeader(choice.name)));
    if (found) return found.name;
  }
  return null;
}

/** A likely slip of the pen: at most one letter in four differs. */
function bySpelling(value: string, choices: readonly Choice[]): string | null {
  const near = choices
    .map((choice) => ({ choice, apart: slipsBetween(value, normalHeader(choice.name)) }))
    .sort((a, b) => a.apart - b.apart)[0];
  return near && near.apart <= Math.floor(value.length / 4) ? near.choice.name : null;
}

/** Stages that end a deal are found by their outcome, whatever the team calls them; the first group is any first stage. */
function byOutcome(value: string, choices: readonly Choice[]): string | null {
  const group = stageGroups.findIndex((words) => words.includes(value));
  const outcome: Outcome | null =
    /(\b|closed)won\b/.test(value) || group === 4
      ? 'won'
      : /(\b|closed)lost\b/.test(value) || group === 5
        ? 'lost'
        : null;
  if (outcome) return choices.find((choice) => choice.outcome === outcome)?.name ?? null;
  return group === 0 ? (choices.find((choice) => choice.outcome === 'open')?.name ?? null) : null;
}

/** What `value` probably means among `choices`, or null when nothing speaks for any. */
export function suggestChoice(value: string, choices: readonly Choice[]): string | null {
  const exact = sameChoice(value, choices);
  if (exact !== null) return exact;
  const wanted = normalHeader(value);
  const isStage = choices.some((choice) => choice.outcome !== undefined);
  return (
    byGroup(wanted, choices, isStage ? stageGroups : otherWords) ??
    bySpelling(wanted, choices) ??
    (isStage ? byOutcome(wanted, choices) : null)
  );
}
