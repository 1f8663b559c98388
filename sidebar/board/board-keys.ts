// The keyboard on the board: arrows go from card to card, with Alt they move the deal to the stage beside its own.

/** What a key does: a card to go to, or a step to the stage before or after. */
export type KeyStep = { kind: 'go'; to: HTMLElement } | { kind: 'move'; by: -1 | 1 };

/** What this key means on this card; null when it is none of ours. */
export function keyStep(event: KeyboardEvent, card: HTMLElement, board: HTMLElement): KeyStep | null {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return null;
  const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as -1 | 1 | undefined;
  if (event.altKey) return sideways ? { kind: 'move', by: sideways } : null;
  const columns = [...board.querySelectorAll<HTMLElement>('[data-column]')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('[data-deal]'),
  ]);
  const at = columns.findIndex((cards) => cards.includes(card));
  const row = columns[at]?.indexOf(card) ?? 0;
  const own = columns[at] ?? [];
  const to = sideways
    ? beside(columns, at, sideways, row)
    : { ArrowUp: own[row - 1], ArrowDown: own[row + 1], Home: own[0], End: own[own.length - 1] }[event.key];
  return to ? { kind: 'go', to } : null;
}

/** The card at the same height in the next column that has any. */
function beside(columns: HTMLElement[][], at: number, by: -1 | 1, row: number): HTMLElement | undefined {
  for (let column = at + by; columns[column]; column += by) {
    const cards = columns[column] ?? [];
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)];
  }
  return undefined;
}
