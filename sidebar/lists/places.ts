// Where one was in a list when one last worked through it. The browser may forbid storage here: then one begins at the first record.

const keyOf = (list: string) => `rowbook.place.${list}`;

/** Id of the record where one was; '' where nothing is known. */
export function placeIn(list: string): string {
  try {
    return localStorage.getItem(keyOf(list)) ?? '';
  } catch {
    return '';
  }
}

export function keepPlace(list: string, id: string): void {
  try {
    localStorage.setItem(keyOf(list), id);
  } catch {
    // It is forgotten with this window.
  }
}
