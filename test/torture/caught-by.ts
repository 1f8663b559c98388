// For each defect the seed of a run that catches it, and that passes without it. `npm run torture -- --defects` finds and prints
// them; after a change of the model they may have to be found anew.
export const caughtBy: { readonly [defect: string]: number } = {
  'lock-removed': 7,
  'flush-removed-before-unlock': 35,
  'version-check-skipped': 12,
  'history-before-the-cells': 3,
  'ledger-row-not-verified': 9,
  'row-found-once-and-not-again': 9,
  'recovery-skips-pending-sets': 56,
  'id-taken-outside-the-lock': 17,
  'whole-row-written': 6,
  'reconcile-trusts-the-row-hint': 3,
};
