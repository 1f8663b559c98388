// Deals and settings that the report tests are made of.
import type { ReportDeal, ReportSource } from '../../../src/domain/reports';
import { defaultSettings } from '../../../src/domain/settings';

export const today = '2026-11-23';

let number = 0;

/** A deal in stage Lead without anything else, changed as given. */
export function deal(changes: Partial<ReportDeal> = {}): ReportDeal {
  number += 1;
  return {
    id: `D-${number}`,
    pipeline: null,
    stage: 'Lead',
    amount: null,
    currency: null,
    probability: null,
    source: null,
    owner: null,
    startedOn: null,
    closeDate: null,
    closedOn: null,
    ...changes,
  };
}

/** A report's source: these deals, default settings, no team, no filters. */
export function source(deals: readonly ReportDeal[], changes: Partial<ReportSource> = {}): ReportSource {
  return { deals, settings: defaultSettings, team: [], filters: {}, today, ...changes };
}
