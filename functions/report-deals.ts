// The Deals tab's columns as the deals a report is made of. Runs over a hundred thousand rows within a request, so usual
// cells take a short path; everything else goes through the domain's own reading of cells.
import type { ReportDeal } from '../src/domain/reports';
import { type Field, tabs } from '../src/domain/schema';
import { dateOfSerial, isSerial } from '../src/domain/serial';
import { parseCell } from '../src/domain/values';
import type { Cell } from './google-sheets';
import type { Columns } from './snapshot';

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

type NumberField = 'amount' | 'probability';
type DayField = 'startedOn' | 'closeDate' | 'closedOn';

/**
 * One deal for each row that holds anything in these columns, made anew at each walk: a hundred thousand that stay would
 * cost more to keep than to make. A row without an id is named by its row: `row 12`.
 */
export function reportDeals(columns: Columns): Iterable<ReportDeal> {
  return { [Symbol.iterator]: () => walk(columns) };
}

function* walk(columns: Columns): Generator<ReportDeal> {
  const [id, pipeline, stage] = [columns.raw('id'), columns.raw('pipeline'), columns.raw('stage')];
  const [amount, currency, probability] = [columns.raw('amount'), columns.raw('currency'), columns.raw('probability')];
  const [source, owner, startedOn] = [columns.raw('source'), columns.raw('owner'), columns.raw('startedOn')];
  const [closeDate, closedOn] = [columns.raw('closeDate'), columns.raw('closedOn')];
  const reader = cellReader();
  // Entry 0 is the header.
  for (let row = 1; row <= columns.count; row++) {
    const deal = {
      id: reader.text(id[row]) ?? '',
      pipeline: reader.text(pipeline[row]),
      stage: reader.text(stage[row]),
      amount: reader.number('amount', amount[row]),
      currency: reader.text(currency[row]),
      probability: reader.number('probability', probability[row]),
      source: reader.text(source[row]),
      owner: reader.text(owner[row]),
      startedOn: reader.day('startedOn', startedOn[row]),
      closeDate: reader.day('closeDate', closeDate[row]),
      closedOn: reader.day('closedOn', closedOn[row]),
      invalid: reader.problems(),
    };
    if (deal.id === '') {
      if (isBlank(deal)) continue;
      deal.id = `row ${row + 1}`;
    }
    yield deal;
  }
}

function isBlank({ id: _, invalid, ...cells }: ReportDeal): boolean {
  return invalid?.length === 0 && Object.values(cells).every((cell) => cell === null);
}

const noProblems: readonly string[] = [];

/** Reads cells and remembers what could not be read until `problems` is asked. */
function cellReader() {
  const days = new Map<number, string>();
  let found = noProblems;

  const parsed = (field: NumberField | DayField, cell: Cell) => {
    const declared: Field = tabs.deals.fields[field];
    const { value, problem } = parseCell(declared, cell);
    if (problem) found = [...found, field];
    return value;
  };
  return {
    text(cell: Cell | undefined): string | null {
      if (typeof cell === 'string') return cell === '' ? null : cell;
      return cell === undefined || cell === null ? null : String(cell);
    },
    number(field: NumberField, cell: Cell | undefined): number | null {
      if (typeof cell === 'number' && field !== 'probability') return cell;
      if (cell === undefined || cell === null || cell === '') return null;
      const value = parsed(field, cell);
      return typeof value === 'number' ? value : null;
    },
    day(field: DayField, cell: Cell | undefined): string | null {
      if (cell === undefined || cell === null || cell === '') return null;
      if (typeof cell === 'number' && isSerial(cell)) {
        const known = days.get(cell);
        if (known !== undefined) return known;
        const day = dateOfSerial(cell);
        days.set(cell, day);
        return day;
      }
      const value = parsed(field, cell);
      return typeof value === 'string' ? value : null;
    },
    /** Fields of the row just read that hold something else; forgotten afterwards. */
    problems(): readonly string[] {
      const problems = found;
      found = noProblems;
      return problems;
    },
  };
}
