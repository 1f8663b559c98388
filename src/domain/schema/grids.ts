// How large grids are made and how far they grow. Google counts blank cells too, so this is what docs/cell-budget.md comes from.

/** Most cells of a workbook (APPS_SCRIPT.md 4). */
export const mostCells = 10_000_000;

/** Rows of a new tab; grids start small and grow. */
export const newRows = { record: 500, admin: 100, written: 200, hidden: 50 } as const;

/** A grid grows by at most this many rows beyond what is needed. */
export const mostSpareRows = 1000;

/** Columns of a ledger tab; the few records with more text than one State cell holds widen it. */
export const ledgerHeaders = ['ID', 'Version', 'Hash', 'Row', 'Change set', 'State'] as const;

/** The newest rows of History always stay rows … */
export const keptRows = 5_000;
/** … and so do those of the last days, … */
export const keptDays = 90;
/** … unless there are more than so many, so that a busy team's History does not eat the workbook's cells. */
export const mostRows = 20_000;

/** Entries of History in one cell of `_Archive`, where they fit. */
export const mostInPack = 100;
