// Small conversions between a person's grid and the engine's cells.

import type { CellInput, CellPatch, CellValue, CellView } from '../engine/types';

/** What a cell of `/local/edit` becomes: text is typed, other values keep their type, null clears. */
export function inputOf(value: CellValue): CellInput {
  return typeof value === 'string' ? { kind: 'typed', text: value } : { kind: 'value', value };
}

/** A patch that makes a cell what it was. */
export function restoring(view: CellView | null): CellPatch {
  if (view === null) {
    return {
      input: { kind: 'value', value: null },
      numberFormat: '',
      note: null,
      background: null,
      fontColor: null,
      fontWeight: null,
      validation: null,
    };
  }
  const input: CellInput =
    view.formula === null ? { kind: 'value', value: view.value } : { kind: 'formula', text: view.formula };
  const { numberFormat, note, background, fontColor, fontWeight, validation } = view;
  return { input, numberFormat, note, background, fontColor, fontWeight, validation };
}

/** Only what a cell says. */
export function contents(view: CellView | null): CellPatch {
  return { input: { kind: 'value', value: view?.value ?? null } };
}

/** Only how it looks and what may be typed into it. */
export function looks(view: CellView | null): CellPatch {
  const { input: _, note: __, ...rest } = restoring(view);
  return rest;
}

/** A value as an edit event carries it (APPS_SCRIPT.md 3.3): text, `TRUE`/`FALSE`, numbers and dates as number text. */
export function eventText(value: CellValue): string | undefined {
  if (value === null || value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
