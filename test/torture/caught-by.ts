// For each defect the seed of a run that catches it, and that passes without it. `npm run torture -- --defects` finds and prints
// them; after a change of the model they may have to be found anew.
export const caughtBy: { readonly [defect: string]: number } = {
  'lock-removed': 5,
  'flush-removed-before-unlock': 19,
  'version-check-skipped': 12,
  'history-before-the-cells': 8,
  'ledger-row-not-verified': 36,
  'row-found-once-and-not-again': 36,
  'recovery-skips-pending-sets': 6,
  'id-taken-outside-the-lock': 19,
  'whole-row-written': 1,
  'reconcile-trusts-the-row-hint': 1,
};
