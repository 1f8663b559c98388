// The page's door to the server. Every failure becomes an Error whose message can be shown.
import type { ExecutionLogEntry, SentMail } from '../runtime/types';
import type { WireBook, WireCall, WireCalling, WireCells, WireMenu, WireTyping } from '../server/wire';

/** The cells or the tab that something was meant for are gone. */
export class GoneError extends Error {}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(
      path,
      body === undefined
        ? {}
        : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) },
    );
  } catch {
    throw new Error('The local server does not answer. Is it still running?');
  }
  const answer = await response.json();
  if (!response.ok) {
    const message = answer?.error?.message ?? `The server answered ${response.status}.`;
    throw response.status === 410 ? new GoneError(message) : new Error(message);
  }
  return answer;
}

export const api = {
  book: () => ask<WireBook>('/local/page/book'),
  cells: (sheetId: number, row: number, rows: number, since: number | null) =>
    ask<WireCells>(
      `/local/page/cells?sheet=${sheetId}&row=${row}&rows=${rows}${since === null ? '' : `&since=${since}`}`,
    ),
  /** Rows that the tab's filter leaves, or null. */
  filteredRows: (sheetId: number) => ask<{ rows: number[] | null }>(`/local/page/rows?sheet=${sheetId}`),
  menu: (user: string) => ask<WireMenu>(`/local/page/menu?user=${encodeURIComponent(user)}`),
  call: (call: WireCalling) => ask<WireCall>('/local/page/call', call),
  type: (typing: WireTyping) => ask<object>('/local/page/type', typing),
  act: (action: { user: string; kind: string; [name: string]: unknown }) =>
    ask<{ title?: string; file?: string }>('/local/page/act', action),
  clock: (to: { now: string } | { advanceMs: number }) => ask<{ now: string }>('/local/clock', to),
  inbox: () => ask<SentMail[]>('/local/inbox'),
  executions: () => ask<ExecutionLogEntry[]>('/local/executions'),
};
