// Planned records in an order in which each can be written: what a record refers to in its own tab stands before it.
import { type RecordTabKey, tabOf } from '../schema';
import type { ImportPlan, PlannedCreate } from './plan-types';

/**
 * How many references within the same tab lie above each record (a company without parent: 0). A circle is cut where it
 * closes: that reference is taken out.
 */
function depths(creates: readonly PlannedCreate[], fields: readonly string[]): number[] {
  const depth: (number | 'open' | undefined)[] = creates.map(() => undefined);
  const visit = (at: number): number => {
    const known = depth[at];
    if (typeof known === 'number') return known;
    depth[at] = 'open';
    let deepest = 0;
    const create = creates[at];
    for (const field of fields) {
      const above = create?.refs[field];
      if (above === undefined || !create) continue;
      if (depth[above] === 'open') delete create.refs[field];
      else deepest = Math.max(deepest, visit(above) + 1);
    }
    depth[at] = deepest;
    return deepest;
  };
  return creates.map((_, at) => visit(at));
}

/** Fields of a tab that refer to records of that same tab. */
function ownReferences(tab: RecordTabKey): string[] {
  return Object.entries(tabOf(tab).fields).flatMap(([key, field]) => (field.reference === tab ? [key] : []));
}

/** Sorts each tab's new records by depth, in place, and corrects every position that points into it. */
export function orderByReference(creates: ImportPlan['creates'], others: readonly PlannedCreate[]): void {
  for (const tab of Object.keys(creates) as RecordTabKey[]) {
    const fields = ownReferences(tab);
    const list = creates[tab] ?? [];
    if (fields.length === 0 || list.length < 2) continue;
    const depth = depths(list, fields);
    const order = list.map((_, at) => at).sort((a, b) => (depth[a] ?? 0) - (depth[b] ?? 0) || a - b);
    const moved = new Map(order.map((from, to) => [from, to]));
    creates[tab] = order.flatMap((at) => list[at] ?? []);
    for (const planned of [...Object.values(creates), others])
      for (const create of planned) redirect(create, tab, moved);
  }
}

function redirect(create: PlannedCreate, tab: RecordTabKey, moved: ReadonlyMap<number, number>): void {
  for (const [field, at] of Object.entries(create.refs))
    if (referenceTab(field) === tab) create.refs[field] = moved.get(at) ?? at;
}

/** The tab that a reference field points into; field keys mean the same in every tab that has them. */
export function referenceTab(field: string): RecordTabKey | undefined {
  if (field === 'parentCompany' || field === 'company') return 'companies';
  if (field === 'contact') return 'contacts';
  if (field === 'product') return 'products';
  return undefined;
}

/** Tabs in the order in which an import into `main` writes them: what others refer to comes first. */
export function importOrder(main: RecordTabKey): RecordTabKey[] {
  return [...new Set<RecordTabKey>(['products', 'companies', 'contacts', main])];
}
