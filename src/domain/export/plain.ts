// All that the workbook holds, a file for each tab, with headers as in the sheet: can be imported again, here too.
import { formatReference } from '../references';
import { fieldsOf, type RecordTabKey, recordTabKeys, tabOf } from '../schema';
import { type Column, customColumns, type ExportData, type ExportFile, type ExportRow, fileOf, plain } from './data';

/** A file for each tab. */
export function plainFiles(data: ExportData): ExportFile[] {
  return recordTabKeys.map((tab) => plainFile(tab, data.rows[tab], data.custom));
}

/** These records of a tab with all their fields. */
export function plainFile(tab: RecordTabKey, rows: readonly ExportRow[], custom: ExportData['custom']): ExportFile {
  return fileOf(tabOf(tab).title.toLowerCase(), rows, columnsOf(tab, custom));
}

function columnsOf(tab: RecordTabKey, custom: ExportData['custom']): Column[] {
  const own = fieldsOf(tab).map(([key, { header, type }]): Column => {
    if (type !== 'reference') return plain(header, key);
    return [
      header,
      ({ fields, labels }) => {
        const id = fields[key];
        return typeof id === 'string' && id !== '' ? formatReference(labels[id] ?? '', id) : null;
      },
    ];
  });
  return [...own, ...customColumns(custom, tab)];
}
