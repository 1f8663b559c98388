// Keys of the developer metadata by which tabs and columns are known whatever people call them. The add-on writes them,
// the function reads them; both with visibility DOCUMENT.

/** On a sheet; its value is the tab's key (`deals`), or a hidden tab's title. */
export const tabMark = 'rowbook.tab';

/** On a column; its value is `<tab key>.<field key>` (`deals.amount`). */
export const fieldMark = 'rowbook.field';

/** On a tab that a list from a file or the clipboard is being written to; its value is an `Arriving` as JSON. */
export const arrivingMark = 'rowbook.arriving';
