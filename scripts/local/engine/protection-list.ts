// Protections and named ranges as a session lists and changes them.
import { notFound, protectedCell } from './errors';
import { mayEdit } from './protection';
import type { ProtectionView, Session } from './types';
import type { Workbook } from './workbook';

type Methods = Pick<
  Session,
  | 'protections'
  | 'addProtection'
  | 'updateProtection'
  | 'removeProtection'
  | 'namedRanges'
  | 'setNamedRange'
  | 'removeNamedRange'
>;

/** `change` runs a structural change: it flushes the session first. */
export function protectionMethods(workbook: Workbook, user: string, change: <T>(work: () => T) => T): Methods {
  function find(id: number): ProtectionView {
    const entry = workbook.parts.protections.find((protection) => protection.id === id);
    if (!entry) throw notFound(`Protection ${id}`);
    if (!mayEdit(workbook, user, entry)) throw protectedCell();
    return entry;
  }
  return {
    protections: () => structuredClone(workbook.parts.protections),
    addProtection: (entry) =>
      change(() => {
        workbook.sheet(entry.sheetId);
        const added = { ...structuredClone(entry), id: workbook.nextId('protection') };
        workbook.parts.protections.push(added);
        workbook.markPart('protections');
        return structuredClone(added);
      }),
    updateProtection: (id, changed) =>
      change(() => {
        Object.assign(find(id), structuredClone(changed));
        workbook.markPart('protections');
      }),
    removeProtection: (id) =>
      change(() => {
        const entry = find(id);
        workbook.parts.protections = workbook.parts.protections.filter((other) => other !== entry);
        workbook.markPart('protections');
      }),
    namedRanges: () => structuredClone(workbook.parts.names),
    setNamedRange: (name, rect) =>
      change(() => {
        workbook.sheet(rect.sheetId);
        const others = workbook.parts.names.filter((each) => each.name !== name);
        workbook.parts.names = [...others, { name, rect: { ...rect } }];
        workbook.markPart('names');
      }),
    removeNamedRange: (name) =>
      change(() => {
        if (!workbook.parts.names.some((each) => each.name === name)) throw notFound(`Named range ${name}`);
        workbook.parts.names = workbook.parts.names.filter((each) => each.name !== name);
        workbook.markPart('names');
      }),
  };
}
