// The page's door to the server. Every failure becomes an Error whose message can be shown.
import type { ExecutionLogEntry, SentMail } from '../runtime/types';
import type { WireBook, WireCall, WireCells, WireMenu } from '../server/wire';

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
  if (!response.ok) throw new Error(answer?.error?.message ?? `The server answered ${response.status}.`);
  return answer;
}

export const api = {
  book: () => ask<WireBook>('/local/page/book'),
  cells: (sheetId: number, row: number, rows: number) =>
    ask<WireCells>(`/local/page/cells?sheet=${sheetId}&row=${row}&rows=${rows}`),
  /** Rows that the tab's filter leaves, or null. */
  filteredRows: (sheetId: number) => ask<{ rows: number[] | null }>(`/local/page/rows?sheet=${sheetId}`),
  menu: (user: string) => ask<WireMenu>(`/local/page/menu?user=${encodeURIComponent(user)}`),
  call: (call: { user: string; source: 'client' | 'menu'; function: string; args: unknown[] }) =>
    ask<WireCall>('/local/page/call', call),
  type: (edit: { user: string; tab: string; range: string; values: (string | null)[][] }) =>
    ask<object>('/local/page/type', edit),
  act: (action: { user: string; kind: string; [name: string]: unknown }) =>
    ask<{ title?: string; file?: string }>('/local/page/act', action),
  clock: (to: { now: string } | { advanceMs: number }) => ask<{ now: string }>('/local/clock', to),
  inbox: () => ask<SentMail[]>('/local/inbox'),
  executions: () => ask<ExecutionLogEntry[]>('/local/executions'),
};
