// The Sheets REST API as the function uses it: four read requests through Google's own client, loaded only when the first
// is made. Failures come out as the client throws them; google-errors.ts translates them.
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';

/** A cell's value unformatted; dates are serial numbers. Blank is null. */
export type Cell = string | number | boolean | null;

export interface SheetsOptions {
  /** `http://127.0.0.1:8790/` for the local stand-in; Google's own when left out. */
  readonly rootUrl?: string;
  /** A ready access token (local stand-in). Left out: the service account that the host provides. */
  readonly token?: string;
}

export interface WorkbookProperties {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sheets: readonly { readonly sheetId: number; readonly title: string; readonly rows: number }[];
}

/** A mark that Rowbook left on a tab or column (developer metadata). */
export interface Mark {
  readonly key: string;
  readonly value: string;
  readonly sheetId: number;
  /** 0-based; null for a mark on a whole tab. */
  readonly column: number | null;
}

export interface Sheets {
  properties(workbook: string, timeoutMs: number): Promise<WorkbookProperties>;
  /** The marks with these keys. */
  marks(workbook: string, keys: readonly string[], timeoutMs: number): Promise<Mark[]>;
  /** Cells of ranges in one request, [range][row or column][cell]. Ragged: trailing blanks are missing (APPS_SCRIPT.md 6.2). */
  cells(
    workbook: string,
    ranges: readonly string[],
    by: 'ROWS' | 'COLUMNS',
    timeoutMs: number,
  ): Promise<readonly (readonly (readonly Cell[])[])[]>;
}

const scope = 'https://www.googleapis.com/auth/spreadsheets.readonly';

/** The client. Nothing is loaded, and no credential looked for, before the first request. */
export function googleSheets({ rootUrl, token }: SheetsOptions = {}): Sheets {
  let loading: Promise<sheets_v4.Sheets> | undefined;
  const client = () => {
    loading ??= load(rootUrl, token);
    return loading;
  };
  // Retries are this function's own (retry.ts): the client's would not know the deadline and skip POST.
  const settings = (timeout: number) => ({
    timeout,
    retry: false,
    retryConfig: { retry: 0, noResponseRetries: 0 },
    responseType: 'json' as const,
    fetchImplementation: fetch,
  });

  return {
    async properties(spreadsheetId, timeoutMs) {
      const fields = 'properties(title,locale,timeZone),sheets(properties(sheetId,title,gridProperties(rowCount)))';
      const { data } = await (await client()).spreadsheets.get({ spreadsheetId, fields }, settings(timeoutMs));
      return {
        title: data.properties?.title ?? '',
        locale: data.properties?.locale ?? 'en_US',
        timeZone: data.properties?.timeZone ?? 'Etc/UTC',
        sheets: (data.sheets ?? []).map(({ properties }) => ({
          // Zero is left out of answers.
          sheetId: properties?.sheetId ?? 0,
          title: properties?.title ?? '',
          rows: properties?.gridProperties?.rowCount ?? 0,
        })),
      };
    },

    async marks(spreadsheetId, keys, timeoutMs) {
      const requestBody = { dataFilters: keys.map((metadataKey) => ({ developerMetadataLookup: { metadataKey } })) };
      const { data } = await (await client()).spreadsheets.developerMetadata.search(
        { spreadsheetId, requestBody },
        settings(timeoutMs),
      );
      return (data.matchedDeveloperMetadata ?? []).flatMap(({ developerMetadata }) => {
        const { metadataKey, metadataValue, location } = developerMetadata ?? {};
        if (!metadataKey || !location) return [];
        const range = location.dimensionRange;
        return [
          {
            key: metadataKey,
            value: metadataValue ?? '',
            sheetId: range?.sheetId ?? location.sheetId ?? 0,
            column: range ? (range.startIndex ?? 0) : null,
          },
        ];
      });
    },

    async cells(spreadsheetId, ranges, by, timeoutMs) {
      const { data } = await (await client()).spreadsheets.values.batchGet(
        {
          spreadsheetId,
          ranges: [...ranges],
          majorDimension: by,
          valueRenderOption: 'UNFORMATTED_VALUE',
          dateTimeRenderOption: 'SERIAL_NUMBER',
        },
        settings(timeoutMs),
      );
      return ranges.map((_, index) => data.valueRanges?.[index]?.values ?? []);
    },
  };
}

async function load(rootUrl: string | undefined, token: string | undefined): Promise<sheets_v4.Sheets> {
  // Only the Sheets part: the whole package takes about ten times longer to load.
  const { auth, sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  return sheets({ version: 'v4', auth: credentials(), ...(rootUrl === undefined ? {} : { rootUrl }) });

  function credentials() {
    if (token === undefined) return new auth.GoogleAuth({ scopes: [scope] });
    const client = new auth.OAuth2();
    client.setCredentials({ access_token: token });
    return client;
  }
}
