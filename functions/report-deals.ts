// The Deals tab's columns as the deals a report is made of. Runs over a hundred thousand rows within a request, so usual
// cells take a short path; everything else goes through the domain's own reading of cells.
import type { ReportDeal } from '../src/domain/reports';
import { type Field, tabs } from '../src/domain/schema';
import { dateOfSerial, isSerial } from '../src/domain/serial';
import { parseCell } from '../src/domain/values';
import type { Cell } from './google-sheets';
import type { Columns } from './workbook-reader';

export const dealFields = [
  'id',
  'pipeline',
  'stage',
  'amount',
  'currency',
  'probability',
  'source',
  'owner',
  'startedOn',
  'closeDate',
  'closedOn',
] as const;

type DealField = (typeof dealFields)[number];

/** One deal for each row that holds anything in these columns. A row without an id is named by its row: `row 12`. */
export function reportDeals(columns: Columns): ReportDeal[] {
  const cells = Object.fromEntries(dealFields.map((field) => [field, columns.of(field)])) as {
    [field in DealField]: readonly Cell[];
  };
  const startedOn = dayReader('startedOn');
  const closeDate = dayReader('closeDate');
  const closedOn = dayReader('closedOn');
  const deals: ReportDeal[] = [];
  for (let row = 0; row < columns.count; row++) {
    if (isBlankRow(cells, row)) continue;
    let invalid: string[] | undefined;
    const note = (field: DealField) => {
      invalid = [...(invalid ?? []), field];
      return null;
    };
    const deal = {
      id: text(cells.id[row]) ?? `row ${row + 2}`,
      pipeline: text(cells.pipeline[row]),
      stage: text(cells.stage[row]),
      amount: number('amount', cells.amount[row], note),
      currency: text(cells.currency[row]),
      probability: number('probability', cells.probability[row], note),
      source: text(cells.source[row]),
      owner: text(cells.owner[row]),
      startedOn: startedOn(cells.startedOn[row], note),
      closeDate: closeDate(cells.closeDate[row], note),
      closedOn: closedOn(cells.closedOn[row], note),
    };
    deals.push(invalid === undefined ? deal : { ...deal, invalid });
  }
  return deals;
}

type Note = (field: DealField) => null;

function isBlankRow(cells: { [field in DealField]: readonly Cell[] }, row: number): boolean {
  for (const field of dealFields) {
    const cell = cells[field][row];
    if (cell !== null && cell !== undefined) return false;
  }
  return true;
}

function text(cell: Cell | undefined): string | null {
  if (typeof cell === 'string') return cell;
  return cell === null || cell === undefined ? null : String(cell);
}

function number(field: 'amount' | 'probability', cell: Cell | undefined, note: Note): number | null {
  if (typeof cell === 'number' || cell === null || cell === undefined) return cell ?? null;
  const { value, problem } = parseCell(tabs.deals.fields[field], cell);
  return problem ? note(field) : typeof value === 'number' ? value : null;
}

/** Reads a day; serials repeat, so each is turned into text once. */
function dayReader(field: 'startedOn' | 'closeDate' | 'closedOn') {
  const declared: Field = tabs.deals.fields[field];
  const seen = new Map<number, string>();
  return (cell: Cell | undefined, note: Note): string | null => {
    if (cell === null || cell === undefined) return null;
    if (typeof cell === 'number' && isSerial(cell)) {
      let day = seen.get(cell);
      if (day === undefined) {
        day = dateOfSerial(cell);
        seen.set(cell, day);
      }
      return day;
    }
    const { value, problem } = parseCell(declared, cell);
    return problem ? note(field) : typeof value === 'string' ? value : null;
  };
}
