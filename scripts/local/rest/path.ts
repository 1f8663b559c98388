// Which method a path means. The verb follows the last literal ':' and is split off before anything is decoded.

export interface RestPath {
  spreadsheetId: string;
  /** `''` for the spreadsheet itself. */
  collection: '' | 'values' | 'developerMetadata' | 'sheets';
  /** Decoded: a range, a metadata id, a sheet id; '' when the path names none. */
  item: string;
  /** `batchGet`, `append`, …; '' for none. */
  verb: string;
}

const VERBS = new Set([
  'append',
  'batchClear',
  'batchClearByDataFilter',
  'batchGet',
  'batchGetByDataFilter',
  'batchUpdate',
  'batchUpdateByDataFilter',
  'clear',
  'copyTo',
  'getByDataFilter',
  'search',
]);

/** Reads the raw path; null when it is no Sheets path. */
export function parsePath(rawPath: string): RestPath | null {
  const prefix = '/v4/spreadsheets/';
  if (!rawPath.startsWith(prefix)) return null;
  const segments = rawPath.slice(prefix.length).split('/');
  const last = splitVerb(segments.pop() ?? '');
  const [id, collection, ...rest] = [...segments, last.text];
  if (!id || rest.length > 1) return null;
  const spreadsheetId = decode(id);
  if (collection === undefined) return { spreadsheetId, collection: '', item: '', verb: last.verb };
  if (collection !== 'values' && collection !== 'developerMetadata' && collection !== 'sheets') return null;
  return { spreadsheetId, collection, item: decode(rest[0] ?? ''), verb: last.verb };
}

/** A ':' that is part of a range, as in `A1:B2`, is followed by no known verb. */
function splitVerb(segment: string): { text: string; verb: string } {
  const colon = segment.lastIndexOf(':');
  const verb = segment.slice(colon + 1);
  return colon >= 0 && VERBS.has(verb) ? { text: segment.slice(0, colon), verb } : { text: segment, verb: '' };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
