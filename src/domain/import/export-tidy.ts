// What other programs put into one cell, or into several, that is one field here: stage and status, a won deal's day, addresses
// behind names. The source tab stays as it is; only what is read of it changes.
import type { ExportTable } from './export-tables';
import { normalHeader } from './header-text';
import type { SourceColumn, SourceRow } from './source';
import { cellText, type SourceCell } from './source';

/** A column that the file does not have: what is in it follows from others. */
interface AddedColumn {
  readonly header: string;
  readonly field: string;
  readonly cells: readonly SourceCell[];
}

/** Reads and writes one row by field, or by header. */
interface Cells {
  get(name: string): string;
  set(name: string, text: string): void;
}

/** The rows with each cell holding what its field is to get. `places`: the fields' columns. */
export function tidied(
  table: ExportTable,
  rows: readonly SourceRow[],
  places: ReadonlyMap<string, number>,
  columns: readonly SourceColumn[],
): { rows: SourceRow[]; added?: AddedColumn } {
  const headers = new Map(columns.map(({ header, column }) => [normalHeader(header), column]));
  const closed: SourceCell[] = [];
  const tidy = rows.map((row): SourceRow => {
    const cells = [...row.cells];
    const at = (name: string) => places.get(name) ?? headers.get(name);
    const access: Cells = {
      get: (name) => cellText(cells[at(name) ?? -1]),
      set: (name, text) => {
        const column = at(name);
        if (column !== undefined) cells[column] = text === '' ? null : text;
      },
    };
    if (table.main === 'deals') {
      tidyDeal(access);
      closed.push(closedDay(access) || null);
    } else if (table.main === 'contacts') tidyContact(access);
    return { ...row, cells };
  });
  if (!closed.some((day) => day !== null)) return { rows: tidy };
  return { rows: tidy, added: { header: 'Closed on', field: 'closedOn', cells: closed } };
}

function tidyDeal({ get, set }: Cells): void {
  // Pipedrive: a won deal keeps the stage that it was won from.
  const status = get('deal status');
  if (/^(won|lost)$/i.test(status)) set('stage', status);
  // HubSpot, with several pipelines: “Contract sent (Sales Pipeline)”.
  const pipeline = get('pipeline');
  const suffix = ` (${pipeline})`;
  if (pipeline !== '' && get('stage').endsWith(suffix)) set('stage', get('stage').slice(0, -suffix.length));
  for (const field of ['company', 'contact']) set(field, firstNamed(get(field)));
}

/** HubSpot names all that belong to a deal: “Ann Berg (ann@example.com);Ben Lund (ben@example.com)”. */
function firstNamed(text: string): string {
  const [first = ''] = text.split(';');
  return first.replace(/\s*\([^()]*[@.][^()]*\)\s*$/, '').trim();
}

/** The day a deal was won or lost: where there is one date for both meanings, the stage tells. */
function closedDay({ get }: Cells): string {
  const stage = get('stage');
  const [won, lost] = [/\bwon\b/i.test(stage), /\blost\b/i.test(stage)];
  if (!won && !lost) return '';
  const own = get(won ? 'deal won time' : 'deal lost time');
  return own || get('deal deal closed on') || get('deal closed on') || get('closeDate');
}

function tidyContact({ get, set }: Cells): void {
  // Google Contacts puts several values into one cell, and its own groups among people's labels.
  const [phone = '', second = ''] = parts(get('phone'));
  set('phone', phone);
  if (second !== '' && get('otherPhone') === '') set('otherPhone', second);
  else set('otherPhone', parts(get('otherPhone'))[0] ?? '');
  for (const field of ['email', 'otherEmails', 'website'])
    set(field, parts(get(field)).join(field === 'website' ? ' ' : ', '));
  if (get('tags').includes(':::') || get('tags').startsWith('*'))
    set(
      'tags',
      parts(get('tags'))
        .filter((label) => !label.startsWith('*'))
        .join(', '),
    );
  // Many of a mail program's contacts have no name: they are called by their company or address.
  if (get('firstName') === '' && get('lastName') === '')
    set('firstName', get('company') || (get('email').split('@')[0] ?? ''));
}

function parts(text: string): string[] {
  return text.split(' ::: ').map((part) => part.trim());
}
