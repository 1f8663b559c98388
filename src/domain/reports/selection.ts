// Which deals a report is about: owners as people of the Team, and the filters. Reads no cell and computes no figure.
import { personKey } from '../people';
import type { Stage } from '../settings';
import type { ReportDeal, ReportFilters, ReportMember } from './types';

export interface Owner {
  /** Email, else name; blank for deals without an owner. */
  readonly key: string;
  readonly name: string;
  readonly team: string;
}

/** Value of the owner filter that means "deals without an owner". */
const noOwner = '-';

/** Answers who an Owner cell means. An owner that is not in Team stays a person of their own, under the cell's text. */
export function ownerFinder(team: readonly ReportMember[]): (cell: string | null) => Owner {
  const none: Owner = { key: '', name: '', team: '' };
  const known = new Map<string, Owner>();
  for (const member of team) {
    const owner: Owner = { key: personKey(member), name: member.name || '', team: member.team || '' };
    for (const word of [member.email, member.name]) {
      if (word && !known.has(normal(word))) known.set(normal(word), owner);
    }
  }
  return (cell) => {
    if (!cell) return none;
    const word = normal(cell);
    const found = known.get(word);
    if (found) return found;
    const stranger: Owner = { key: cell.trim(), name: cell.trim(), team: '' };
    known.set(word, stranger);
    return stranger;
  };
}

/** `out`: a filter keeps the deal out. `undated`: a period is set, and the deal has no day to place it by. */
export type Selected = 'in' | 'out' | 'undated';

/**
 * Answers whether the filters let a deal through. The day that counts is Closed on for won and lost deals, the expected
 * Close date for open ones. A deal whose stage is unknown is judged by the other filters and counts as let through.
 */
export function selection(
  filters: ReportFilters,
  findOwner: (cell: string | null) => Owner,
): (deal: ReportDeal, stage: Stage | undefined, owner: Owner) => Selected {
  if (Object.keys(setFilters(filters)).length === 0) return () => 'in';
  const { from = '', to = '' } = filters;
  const owner = normal(filters.owner);
  const ownerKey = owner === noOwner ? '' : findOwner(filters.owner ?? null).key;
  const team = normal(filters.team);
  const pipeline = normal(filters.pipeline);
  const source = normal(filters.source);
  return (deal, stage, person) => {
    if (owner !== '' && person.key !== ownerKey) return 'out';
    if (team !== '' && normal(person.team) !== team) return 'out';
    if (source !== '' && normal(deal.source) !== source) return 'out';
    if (pipeline !== '' && normal(stage ? stage.pipeline : deal.pipeline) !== pipeline) return 'out';
    if ((from === '' && to === '') || !stage) return 'in';
    const day = stage.outcome === 'open' ? deal.closeDate : deal.closedOn;
    if (!day) return 'undated';
    return (from === '' || day >= from) && (to === '' || day <= to) ? 'in' : 'out';
  };
}

/** The filters that are set, without blanks; what a report says it was made with. */
export function setFilters(filters: ReportFilters): ReportFilters {
  const set: ReportFilters = {};
  for (const key of ['from', 'to', 'owner', 'team', 'pipeline', 'source'] as const) {
    const value = filters[key]?.trim();
    if (value) set[key] = value;
  }
  return set;
}

function normal(text: string | null | undefined): string {
  return (text ?? '').trim().toLowerCase();
}
