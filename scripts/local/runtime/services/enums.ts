// Apps Script's enums: values that are equal to themselves only, with a name and an ordinal.

export class EnumValue {
  readonly #label: string;
  readonly #position: number;

  constructor(label: string, position: number) {
    this.#label = label;
    this.#position = position;
  }

  name(): string {
    return this.#label;
  }

  ordinal(): number {
    return this.#position;
  }

  compareTo(other: EnumValue): number {
    return this.#position - other.ordinal();
  }

  toString(): string {
    return this.#label;
  }

  toJSON(): string {
    return this.#label;
  }
}

export type Enum<names extends string> = { readonly [name in names]: EnumValue };

export function enumOf<const names extends string>(...names: names[]): Enum<names> {
  return Object.fromEntries(names.map((name, index) => [name, new EnumValue(name, index)])) as Enum<names>;
}

/** The name of a value of this enum; null for anything else. */
export function nameIn<names extends string>(values: Enum<names>, value: unknown): names | null {
  const found = Object.entries(values).find(([, known]) => known === value);
  return found ? (found[0] as names) : null;
}
