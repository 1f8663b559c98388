// The columns' targets when a person says that the rows are something else than was suggested.
import { importableFields, matchFields, relatedTabs } from '../../src/domain/import/fields';
import { normalHeader } from '../../src/domain/import/header-text';
import type { RecordTabKey } from '../../src/domain/schema';
import type { ColumnPlan, ColumnTarget, ImportMapping } from '../../src/rpc/contract';

/** A header must match a field at least this well to be taken for it. */
const enough = 0.5;

/** The mapping with `main` as its tab: each column goes to the best field of that tab that its header names, once. */
export function remapped(mapping: ImportMapping, main: RecordTabKey, columns: readonly ColumnPlan[]): ImportMapping {
  const taken = new Set<string>();
  return {
    ...mapping,
    main,
    values: [],
    columns: columns.map(({ column, header }) => {
      const best = matchFields(main, normalHeader(header)).find(
        ({ field, score }) => score >= enough && !taken.has(field) && canFill(main, field),
      );
      if (!best) return { column, target: { kind: 'skip' } };
      taken.add(best.field);
      return { column, target: { kind: 'field', tab: main, field: best.field } };
    }),
  };
}

function canFill(tab: RecordTabKey, field: string): boolean {
  return importableFields(tab).some(([key]) => key === field);
}

/** Where a column may go, by tab: the fields of the main tab, then those of the records each row can bring along. */
export function targetTabs(main: RecordTabKey): RecordTabKey[] {
  return [...new Set([main, ...relatedTabs(main).map(({ tab }) => tab)])];
}

/** A target as an option's value, and back. */
export function targetKey(target: ColumnTarget): string {
  switch (target.kind) {
    case 'skip':
      return 'skip';
    case 'field':
      return `field:${target.tab}:${target.field}`;
    case 'custom':
      return `custom:${target.tab}:${target.header}`;
  }
}
