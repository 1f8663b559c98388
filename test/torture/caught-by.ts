// For each defect seeds of runs that catch it, and that pass without it: one in the stand-in as it usually is, and another with
// every switch flipped where that one does not catch it there. `npm run torture -- --defects` finds and prints them; after a
// change of the add-on or the model they may have to be found anew.
export const caughtBy: { readonly [defect: string]: readonly number[] } = {
  'lock-removed': [7],
  'flush-removed-before-unlock': [190],
  'version-check-skipped': [12],
  'history-before-the-cells': [3],
  'ledger-row-not-verified': [82, 94],
  'row-found-once-and-not-again': [94, 40],
  'recovery-skips-pending-sets': [2],
  'id-taken-outside-the-lock': [17],
  'whole-row-written': [6],
  'reconcile-trusts-the-row-hint': [3],
};
