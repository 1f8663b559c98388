// Formulas that people put into cells of their own or of ours. The ledger keeps them apart from the row they stand in, so that a
// sort is no change of a formula, and a restored record gets one that means its own row. A value that such a formula comes to
// by itself is nobody's change: the ledger follows it, and History does not tell of it.
import type { LedgerEntry } from './ledger';

/** Stands for the formula's own row. */
const ownRow = '{row}';

type Formulas = { readonly [field: string]: string };

/** The formulas as the ledger keeps them. */
export function withoutRow(formulas: Formulas, row: number): Formulas {
  return mapTexts(formulas, (text) =>
    text.replace(/(^|[^A-Za-z0-9$_.!])(\$?[A-Za-z]{1,3})(\d+)(?![A-Za-z0-9_(])/g, (all, before, column, digits) =>
      Number(digits) === row ? `${before}${column}${ownRow}` : all,
    ),
  );
}

/** The same as they are to stand in a row. */
export function inRow(formulas: Formulas, row: number): Formulas {
  return mapTexts(formulas, (text) => text.split(ownRow).join(String(row)));
}

/** Fields whose formulas are those that the ledger knows: whatever their values are now, nobody changed them. */
export function unchangedFormulas(entry: LedgerEntry | null, formulas: Formulas, row: number): string[] {
  const known = entry?.state.formulas ?? {};
  const now = withoutRow(formulas, row);
  return Object.keys(now).filter((key) => known[key] !== undefined && known[key] === now[key]);
}

/** References only: what stands in quotes is text, or the name of a tab. */
function mapTexts(formulas: Formulas, change: (text: string) => string): Formulas {
  return Object.fromEntries(
    Object.entries(formulas).map(([key, formula]) => [
      key,
      formula
        .split(/("[^"]*"|'[^']*')/)
        .map((part, index) => (index % 2 === 0 ? change(part) : part))
        .join(''),
    ]),
  );
}
