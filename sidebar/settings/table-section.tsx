// A section over a tab of its own, which is read when the section is opened.
import { useAdminRows } from '../app/use-admin-rows';
import { Failed, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { RowsSection } from './rows-section';
import type { Kind } from './sections';

interface TableSectionProps {
  kind: Kind;
  title: string;
  what: string;
  /** What does not work yet. */
  notice: string;
  columns: readonly string[];
}

export function TableSection({ kind, title, what, notice, columns }: TableSectionProps) {
  const table = useAdminRows(kind.tab, words.settingWasOvertaken);
  if (table.error) return <Failed error={table.error} onRetry={table.reload} />;
  if (!table.rows) return <Ghosts lines={8} label={words.readingSettings} />;
  return (
    <>
      <RowsSection kind={kind} title={title} what={what} rows={table.rows} columns={columns} table={table} />
      <Notice>{notice}</Notice>
    </>
  );
}
