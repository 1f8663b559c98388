// One line of the benchmark's table.

export interface Row {
  /** What was done, and at which size. */
  readonly work: string;
  readonly measured: string;
  /** DESIGN's budget, or what it is compared with. */
  readonly budget: string;
  readonly ok: boolean;
}

/** The middle value; of an even count the upper one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
