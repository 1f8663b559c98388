// For each defect the seed of a run that catches it, and that passes without it. `npm run torture -- --defects` finds and prints
// them; after a change of the model they may have to be found anew.
export const caughtBy: { readonly [defect: string]: number } = {};
