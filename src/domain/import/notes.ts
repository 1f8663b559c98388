// Sentences about a plan that a person should read before agreeing: they keep nothing from starting.
import type { RecordTabKey } from '../schema';
import { tabOf } from '../schema';
import { stageFinder } from '../stages';
import type { SourceRecords } from './headers';
import type { NamesMade } from './plan';
import type { ImportContext, ImportPlan } from './plan-types';
import { columnLabel, type Reader } from './readers';
import { cellText } from './source';

type Note = ImportPlan['notes'][number];

const count = (number: number) => number.toLocaleString('en-US');

/** Notes on new team members, new columns, names that the source lacks, how dates were read, and deals lost without a reason. */
export function planNotes(
  plan: Pick<ImportPlan, 'team' | 'customColumns' | 'creates' | 'updates' | 'skipped'> & {
    key: Reader | undefined;
    namesMade: NamesMade;
  },
  readers: readonly Reader[],
  context: ImportContext,
): Note[] {
  const notes: Note[] = [];
  if (plan.team.length > 0) {
    const names = plan.team.slice(0, 3).join(', ');
    const more = plan.team.length > 3 ? ` and ${count(plan.team.length - 3)} more` : '';
    notes.push({
      code: 'new-team',
      message: `Adds ${count(plan.team.length)} to Team: ${names}${more}. They have no email there, so they get no mail.`,
    });
  }
  for (const { tab, header } of plan.customColumns)
    notes.push({ code: 'new-column', message: `Adds the column “${header}” to ${tabOf(tab).title}.` });
  if (plan.key)
    notes.push({
      code: 'key',
      message: `“${columnLabel(plan.key.column)}” tells the rows apart: a row that was imported before is not imported again.`,
    });
  const { count: nameless, example } = plan.namesMade;
  if (nameless > 0)
    notes.push({
      code: 'names-made',
      message: `${nameless === 1 ? `1 deal has no name in the tab and is called “${example}”.` : `${count(nameless)} deals have no name in the tab: they are called by company and product, else by their row, as “${example}”.`}`,
    });
  for (const reader of readers) notes.push(...dateNotes(reader));
  const lost = lostWithoutReason(plan, context);
  if (lost > 0)
    notes.push({
      code: 'lost-reason',
      message: `${lost === 1 ? '1 lost deal has' : `${count(lost)} lost deals have`} no lost reason and ${lost === 1 ? 'is' : 'are'} imported without one.`,
    });
  if (plan.skipped > 0)
    notes.push({
      code: 'skipped',
      message: `${plan.skipped === 1 ? '1 row is' : `${count(plan.skipped)} rows are`} left out because of the problems listed. Correct them in the tab and import again: the others are not made twice.`,
    });
  return notes;
}

/** A note on rows that were taken for no records, so that nobody misses them. */
export function leftOutNotes({ leftOut }: Pick<SourceRecords, 'leftOut'>): Note[] {
  if (leftOut.length === 0) return [];
  const shown = leftOut.slice(0, 5).map(({ row, cells }) => {
    const text = cells.map((cell) => cellText(cell)).find((one) => one !== '') ?? '';
    return `${row} (“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”)`;
  });
  const rows = shown.join(', ');
  const more = leftOut.length - shown.length;
  const message =
    more > 0
      ? `Left out, as they look like sums, titles or notes and not like records: row ${rows} and ${count(more)} more.`
      : `Left out, as it looks like sums, titles or notes and not like records: row ${rows}.`;
  return [{ code: 'left-out', message }];
}

function dateNotes({ column, habits }: Reader): Note[] {
  const { dates } = habits;
  const label = columnLabel(column);
  const reading = dates.order === 'dmy' ? 'day first, as in 31/12/2024' : 'month first, as in 12/31/2024';
  if (dates.mixed)
    return [
      {
        code: 'dates-mixed',
        message: `${label}: some dates have the day first, others the month. Dates that can be either are read ${reading}.`,
      },
    ];
  if (dates.halfParsed)
    return [
      {
        code: 'dates-half',
        message: `${label}: some dates are real dates and others are text, read ${reading}. The sheet may have swapped day and month of the real ones: check a few.`,
      },
    ];
  if (dates.guessed)
    return [
      { code: 'dates-guessed', message: `${label}: every date could be day or month first. They are read ${reading}.` },
    ];
  return [];
}

function lostWithoutReason(plan: Pick<ImportPlan, 'creates'>, context: ImportContext): number {
  const tab: RecordTabKey = 'deals';
  const find = stageFinder(context.settings.stages);
  return (plan.creates[tab] ?? []).filter(({ fields }) => {
    const stage = find(fields.pipeline ? String(fields.pipeline) : null, fields.stage ? String(fields.stage) : null);
    return stage?.outcome === 'lost' && !fields.lostReason;
  }).length;
}
