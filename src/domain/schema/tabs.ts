// Every tab and field of a Rowbook workbook, declared once (DESIGN.md §3). Adding a field is one entry in one of these files.
import { adminTabs } from './admin-tabs';
import { recordTabs } from './record-tabs';
import { writtenTabs } from './written-tabs';

export const tabs = { ...recordTabs, ...adminTabs, ...writtenTabs } as const;

/** Titles of Rowbook's hidden tabs that are not ledgers; a ledger's title is `_Ledger ` and the record tab's title. */
export const hiddenTabs = ['_Journal', '_Inbox', '_Archive', '_Meta', '_Snapshots', '_Staging'] as const;
