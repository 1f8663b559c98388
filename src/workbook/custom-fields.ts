// Columns that teams added, as `_Meta` remembers them: no tab is read.
import { customPrefix } from '../domain/record';
import type { Workbook } from './api';
import type { Signature } from './columns';
import { readMeta } from './meta';

/** Custom fields by tab. A column added since the last commit or hourly run is not known yet. */
export function customFieldsIn(workbook: Workbook): { [tab: string]: { key: string; header: string }[] } {
  const signatures = (readMeta(workbook, 'signatures') ?? {}) as { [tab: string]: Signature };
  const fields: { [tab: string]: { key: string; header: string }[] } = {};
  for (const [tab, { keys, headers }] of Object.entries(signatures)) {
    const custom = keys.flatMap((key, index) =>
      key.startsWith(customPrefix) ? [{ key, header: headers[index] ?? key.slice(customPrefix.length) }] : [],
    );
    if (custom.length > 0) fields[tab] = custom;
  }
  return fields;
}
