// Fields of other records that follow from what is imported: a company's open value, the last contact, the next follow-up.
// New records get them at once; of those that exist, only which ones are concerned is said here.
import { converter, minorPerMajor } from '../currency';
import { isOpen } from '../follow-ups';
import { parseId } from '../ids';
import { isBlank } from '../record';
import type { AnyRecord, FieldValue, RecordTabKey } from '../schema';
import type { Settings } from '../settings';
import { stageFinder } from '../stages';
import { referenceTab } from './order';
import type { Follower, ImportPlan, PlannedCreate } from './plan-types';

type Follow = (known: Follower['fields']) => void;

const subjects = ['contact', 'company', 'deal'] as const;

/**
 * Answers an open deal's amount in minor units of the workbook's currency; null when it is closed or unknown, or has no
 * rate.
 */
export function openMeasure(settings: Settings, today: string): (deal: AnyRecord) => number | null {
  const find = stageFinder(settings.stages);
  const convert = converter(settings);
  return (deal) => {
    const stage = find(textOf(deal.pipeline), textOf(deal.stage));
    if (stage?.outcome !== 'open' || typeof deal.amount !== 'number') return null;
    const minor = convert(deal.amount, textOf(deal.currency), textOf(deal.closeDate) ?? today);
    return typeof minor === 'number' ? minor : null;
  };
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Gives new records what follows from the planned records of `main`, in place, and answers the existing ones concerned. */
export function follow(
  main: RecordTabKey,
  creates: ImportPlan['creates'],
  settings: Settings,
  today: string,
): Follower[] {
  const existing = new Map<string, Follower>();
  const measure = openMeasure(settings, today);
  const unit = minorPerMajor(settings.currency);
  for (const create of creates[main] ?? []) {
    const effect = effectOf(main, create, measure, unit);
    if (!effect) continue;
    for (const field of main === 'deals' ? (['company'] as const) : subjects) {
      const at = create.refs[field];
      const made = at === undefined ? undefined : creates[referenceTab(field) ?? main]?.[at];
      if (made) effect(made.fields as Follower['fields']);
      const found = made ? null : parseId(textOf(create.fields[field]) ?? '');
      if (!found) continue;
      const follower = existing.get(found.id) ?? { tab: found.tab, id: found.id, fields: {} };
      existing.set(found.id, follower);
      effect(follower.fields);
    }
  }
  return [...existing.values()];
}

/** What a new record does to the records that it is about; null for nothing. */
function effectOf(
  main: RecordTabKey,
  { fields }: PlannedCreate,
  measure: (deal: AnyRecord) => number | null,
  unit: number,
): Follow | null {
  switch (main) {
    case 'interactions': {
      const day = textOf(fields.when)?.slice(0, 10);
      return day === undefined
        ? null
        : (known) => {
            if (isBlank(known.lastContact) || (known.lastContact ?? '') < day) known.lastContact = day;
          };
    }
    case 'tasks': {
      const due = isOpen({ status: textOf(fields.status) }) ? textOf(fields.due) : null;
      return due === null
        ? null
        : (known) => {
            if (isBlank(known.nextFollowUp) || (known.nextFollowUp ?? '') > due) known.nextFollowUp = due;
          };
    }
    case 'deals': {
      const minor = measure(fields);
      return minor === null
        ? null
        : (known) => {
            known.openValue = (Math.round((known.openValue ?? 0) * unit) + minor) / unit;
          };
    }
    default:
      return null;
  }
}
