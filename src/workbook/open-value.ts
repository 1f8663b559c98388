// A company's open value: the sum of its open deals in the workbook's currency. It moves with each deal; where it is not known yet
// it is taken anew, from one read of the deals for all companies of a change set.
import { converter, minorPerMajor } from '../domain/currency';
import { sameValue } from '../domain/record';
import type { AnyRecord, FieldValue } from '../domain/schema';
import { outcomeOf } from '../domain/stage-move';
import { readRows } from './lookups';
import { readSettings } from './plain-table';
import type { Planned } from './plan';
import { readReferring } from './referring';
import type { Work } from './work';

/** The plan of the record with this id; null where there is none. */
export type Target = (id: FieldValue | undefined) => Planned | null;

/** Moves the open values of the companies that a deal of this change set leaves or joins (1 read for all that are taken anew). */
export function openValues(work: Work, records: readonly Planned[]): (deal: Planned, target: Target) => void {
  const anew = new Set<string>();
  let others: Map<string, number> | undefined;
  return (deal, target) => {
    const move = openValueMove(work, deal);
    if (!move) return;
    // Not before: a save that moves no deal does not read Settings.
    const unit = minorPerMajor(readSettings(work.workbook).currency);
    const add = (company: Planned | null, gone: number, come: number) => {
      if (!company) return;
      const known = company.after.openValue;
      if (typeof known !== 'number') {
        others = others ?? sumsOfOthers(work, records);
        anew.add(company.id);
      }
      const start = typeof known === 'number' ? Math.round(known * unit) : (others?.get(company.id) ?? 0);
      // What the moving deals were worth before is no part of a sum taken anew.
      company.after.openValue = (start - (anew.has(company.id) ? 0 : gone) + come) / unit;
    };
    const { before, after, old, now } = move;
    if (sameValue(old, now)) add(target(now), before ?? 0, after ?? 0);
    else {
      add(target(old), before ?? 0, 0);
      add(target(now), 0, after ?? 0);
    }
  };
}

/** A company's open value taken anew from the deals that refer to it (2 reads); null where it has none. */
export function openValueOf(work: Work, company: string): number | null {
  const own = readReferring(work.workbook, 'deals', 'company', company);
  const minor = own.map(({ fields }) => openMinor(work, fields)).filter((one) => one !== null);
  const unit = minorPerMajor(readSettings(work.workbook).currency);
  return minor.length === 0 ? null : minor.reduce((sum, one) => sum + one, 0) / unit;
}

/** What a deal adds to which company's open value, before and after; null when that stays as it is. */
export function openValueMove(work: Work, deal: Planned) {
  const before = deal.kind === 'create' ? null : openMinor(work, deal.before);
  const after = deal.kind === 'delete' ? null : openMinor(work, deal.after);
  const old = deal.before.company;
  const now = deal.kind === 'delete' ? null : deal.after.company;
  return before === after && sameValue(old, now) ? null : { before, after, old, now };
}

/** Open value by company of the deals that no record of this change set moves. Rows that are no records yet come later by themselves. */
function sumsOfOthers(work: Work, records: readonly Planned[]): Map<string, number> {
  const seen = new Set<string>(['']);
  for (const deal of records) if (deal.tab === 'deals' && openValueMove(work, deal)) seen.add(deal.id);
  const sums = new Map<string, number>();
  for (const { id, fields } of readRows(work.workbook, 'deals').rows) {
    if (seen.has(id)) continue;
    seen.add(id);
    const company = fields.company;
    if (typeof company === 'string') sums.set(company, (sums.get(company) ?? 0) + (openMinor(work, fields) ?? 0));
  }
  return sums;
}

/** An open deal's amount in minor units of the workbook's currency; null when it is not open, unknown, or has no rate. */
function openMinor(work: Work, deal: AnyRecord): number | null {
  const settings = readSettings(work.workbook);
  if (outcomeOf(settings.stages, deal) !== 'open' || typeof deal.amount !== 'number') return null;
  const day = typeof deal.closeDate === 'string' ? deal.closeDate : work.today;
  const minor = converter(settings)(deal.amount, typeof deal.currency === 'string' ? deal.currency : null, day);
  return typeof minor === 'number' ? minor : null;
}
