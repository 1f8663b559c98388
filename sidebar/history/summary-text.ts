// What a change did, in one line.
import * as words from '../words';

/** "Created", "Deleted" in the reader's language; "City Rome → Bonn" as it stands: it tells what stood in cells. */
export function summaryText(summary: string): string {
  return summary.includes(' → ') ? summary : words.told(summary);
}
