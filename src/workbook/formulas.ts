// Formulas that people put into cells, in R1C1 notation, so that a sort is no change of one. A value that such a formula comes to
// by itself is nobody's change: the ledger follows it, and History does not tell of it.
import type { LedgerEntry } from './ledger';

/** Fields whose formulas are those that the ledger knows: whatever their values are now, nobody changed them. */
export function unchangedFormulas(entry: LedgerEntry | null, formulas: { readonly [field: string]: string }): string[] {
  const known = entry?.state.formulas ?? {};
  return Object.keys(formulas).filter((key) => known[key] !== undefined && known[key] === formulas[key]);
}
