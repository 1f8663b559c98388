// Columns of the team's own that compute themselves, filled down or spilled by one formula. What such a cell comes to is nobody's
// change and may be another every day (`=TODAY()-H2`): in hash, ledger and History its formula stands for it, as a list of one
// text, which no value typed into such a column can be. A formula is kept in R1C1 notation, so that a sort is no change of one.
import type { AnyRecord, FieldValue } from '../domain/schema';
import type { Columns } from './columns';
import { isOwn, type Row } from './rows';

type Formulas = { readonly [field: string]: string };

/** Functions whose result may fill more cells than their own. */
const spills =
  /\b(?:ARRAYFORMULA|MAP|BYROW|MAKEARRAY|SCAN|FILTER|SORT|SORTN|UNIQUE|QUERY|SEQUENCE|IMPORTRANGE|TRANSPOSE|FLATTEN|TOCOL|VSTACK|HSTACK)\(|^=\{/i;

/** The row with formulas instead of values in the team's own columns. */
export function withComputed(row: Row, formulas: Formulas): Row {
  const own = Object.keys(formulas).filter(isOwn);
  if (own.length === 0) return row;
  const computed = { ...row.computed, ...Object.fromEntries(own.map((key) => [key, asValue(formulas[key] ?? '')])) };
  return { ...row, computed };
}

/** A formula as the value that stands for it in ledger and History. */
function asValue(formula: string): FieldValue {
  return [formula];
}

/** The formula that a value of one of the team's own columns stands for; undefined for any other value. */
export function formulaIn(key: string, value: FieldValue | undefined): string | undefined {
  return isOwn(key) && Array.isArray(value) ? String(value[0] ?? '') : undefined;
}

/** The formulas among these fields. */
export function formulasAmong(fields: AnyRecord): { [field: string]: string } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      const formula = formulaIn(key, value);
      return formula === undefined ? [] : [[key, formula] as const];
    }),
  );
}

/** What computes itself in a tab: which columns are spilled, and each row's own formulas. */
export interface Computed {
  readonly columns: Columns;
  /** Formulas of the team's own columns in a row of the tab. */
  of(row: number): Formulas;
}

/** Rows that tell whether one formula fills a column: its header, its first row, and another to compare with. */
const headRows = 3;

/**
 * Reads the formulas of the team's own columns in these rows (1 read, 2 where the rows are not the first of the tab; none in a
 * tab without such columns).
 */
export function readComputed(columns: Columns, firstRow: number, lastRow: number): Computed {
  const own = columns.keys.flatMap((key, index) => (isOwn(key) ? [index] : []));
  const [left, right] = [own[0], own[own.length - 1]];
  const most = columns.sheet.getMaxRows();
  if (left === undefined || right === undefined) return { columns, of: () => ({}) };
  const read = (from: number, to: number) =>
    columns.sheet.getRange(from, left + 1, to - from + 1, right - left + 1).getFormulasR1C1();
  const top = firstRow <= headRows + 1 ? 1 : firstRow;
  const cells = read(top, Math.min(most, Math.max(lastRow, headRows)));
  const head = top === 1 ? cells : read(1, Math.min(most, headRows));
  const spilled = own.flatMap((index) => {
    const [header, first, second] = head.map((row) => row[index - left] ?? '');
    // One that is filled down stands in the next row as well.
    const isFilled = spills.test(header ?? '') || (spills.test(first ?? '') && !second);
    return isFilled ? [columns.keys[index] ?? ''] : [];
  });
  return {
    columns: { ...columns, spilled },
    of: (row) =>
      Object.fromEntries(
        own.flatMap((index) => {
          const key = columns.keys[index] ?? '';
          const formula = cells[row - top]?.[index - left];
          return formula && !spilled.includes(key) ? [[key, formula] as const] : [];
        }),
      ),
  };
}

/** Rows that were read before anyone looked at formulas, with what computes itself in them. */
export function computedRows(rows: readonly Row[], { columns, of }: Computed): Row[] {
  const blank = Object.fromEntries(columns.spilled.map((key) => [key, null]));
  return rows.map((row) => {
    const { computed: _, ...plain } = row;
    return withComputed(columns.spilled.length > 0 ? { ...plain, computed: blank } : plain, of(row.row));
  });
}
