// Ten mistakes that the model test must catch, each a fragment of the add-on's source replaced while the bundle is built. Nothing
// of them is in the product. A fragment that is not found once stops the build, so that no defect fades with a change of the code.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { addonCode } from '../../scripts/build/addon';
import { inProject } from '../../scripts/build/files';
import { caughtBy } from './caught-by';

export interface Defect {
  readonly name: string;
  readonly patches: readonly Patch[];
}

interface Patch {
  readonly file: string;
  readonly fragment: string;
  readonly instead: string;
}

const patch = (file: string, fragment: string, instead: string): Patch => ({
  file: `src/workbook/${file}`,
  fragment,
  instead,
});

export const defects: readonly Defect[] = [
  {
    name: 'lock-removed',
    patches: [patch('lock.ts', 'if (!lock.tryLock(waitMs)) {', 'if (waitMs < 0) {')],
  },
  {
    name: 'flush-removed-before-unlock',
    patches: [patch('lock.ts', 'SpreadsheetApp.flush();', '')],
  },
  {
    name: 'version-check-skipped',
    patches: [patch('plan.ts', 'const base = baseOf(work, change, current);', 'const base = {};')],
  },
  {
    name: 'history-before-the-cells',
    patches: [
      patch(
        'commit.ts',
        `  try {
    writePlanned(work, placed, rows);
    SpreadsheetApp.flush();
  } catch (refusal) {
    takeBack(work, pending);
    throw refusal;
  }
  const done = readBack(work, placed, rows);
  // What people did in the grid has happened: a task that follows from it goes without the field, and needs attention.
  const isAsked = undoes(work.how) === null && !isOfGrid(work.how);
  const lost = isAsked ? lostUnderMerge(work, done) : null;
  if (lost !== null) {
    takeBack(work, pending);
    throw new WorkbookError('merged', lost);
  }
  return { done, saved: finishCommit(work, done, historyRow) };`,
        `  const told = placed.map((planned) => {
    const { tab, id, after, labels } = planned;
    const row = { tab, id, row: rows.get(id)?.row ?? planned.row, fields: { ...after, id }, raw: {}, labels };
    return { planned, row: planned.kind === 'delete' ? null : row, crossed: {} };
  });
  const saved = finishCommit(work, told, historyRow);
  SpreadsheetApp.flush();
  writePlanned(work, placed, rows);
  SpreadsheetApp.flush();
  return { done: readBack(work, placed, rows), saved };`,
      ),
    ],
  },
  {
    // The first attempt plans from the ledger alone, and must then look whether the row is what the ledger says.
    name: 'ledger-row-not-verified',
    patches: [
      patch(
        'find-again.ts',
        'if (planned.trusted) return Object.keys(observedIn(planned.entry, row)).length === 0;',
        'if (planned.trusted) return true;',
      ),
    ],
  },
  {
    name: 'row-found-once-and-not-again',
    patches: [
      patch(
        'commit.ts',
        'const rows = findAgain(work, placed);',
        `const rows = new Map(
    placed.flatMap((planned) => {
      const { tab, id, row, stands, labels } = planned;
      return stands === null ? [] : [[id, { tab, id, row, fields: { ...stands, id }, raw: {}, labels }]];
    }),
  );`,
      ),
    ],
  },
  {
    name: 'recovery-skips-pending-sets',
    patches: [
      patch('recover.ts', "if (pending === null) return 'nothing';", "if (pending !== undefined) return 'nothing';"),
    ],
  },
  {
    name: 'id-taken-outside-the-lock',
    patches: [
      patch(
        'commit.ts',
        `  return withLock(workbook, () => {
    recover(workbook);
    for`,
        `  globalThis.early = Object.fromEntries(changes.map(({ tab }) => [tab, nextNumber({ workbook }, tab)]));
  return withLock(workbook, () => {
    recover(workbook);
    for`,
      ),
      patch('commit.ts', 'planChanges } from', 'planChanges, nextNumber } from'),
      patch(
        'plan.ts',
        'next.get(record.tab) ?? nextNumber(work, record.tab)',
        'next.get(record.tab) ?? globalThis.early?.[record.tab] ?? nextNumber(work, record.tab)',
      ),
    ],
  },
  {
    name: 'whole-row-written',
    patches: [
      patch(
        'plan.ts',
        'const values = Object.fromEntries(changedFields(planned).map(',
        'const values = Object.fromEntries(Object.keys(planned.after).map(',
      ),
    ],
  },
  {
    name: 'reconcile-trusts-the-row-hint',
    patches: [
      patch(
        'compare.ts',
        `  const rows = computedRows(plain, computed);
  const ledger = readLedger(workbook, tab);`,
        `  const ledger = readLedger(workbook, tab);
  const seenAt = new Map([...ledger.values()].map((entry) => [entry.row, entry.id]));
  const rows = computedRows(plain, computed).map((row) => ({ ...row, id: seenAt.get(row.row) ?? row.id }));`,
      ),
    ],
  },
];

/** Seeds of the model test of which one catches the defect. */
export function seedsOf({ name }: Defect): readonly number[] {
  return caughtBy[name] ?? [];
}

/** Builds the add-on with one defect into a folder of its own, which the caller removes. */
export async function buildDefect(defect: Defect): Promise<{ folder: string; remove: () => void }> {
  const { text } = await addonCode([withPatches(defect)]);
  const folder = mkdtempSync(join(tmpdir(), `rowbook-${defect.name}-`));
  writeFileSync(join(folder, 'Code.js'), text);
  copyFileSync(inProject('appsscript.json'), join(folder, 'appsscript.json'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function defectNamed(name: string): Defect {
  const found = defects.find((defect) => defect.name === name);
  if (!found) throw new Error(`There is no defect “${name}”: ${defects.map((defect) => defect.name).join(', ')}`);
  return found;
}

function withPatches({ name, patches }: Defect): Plugin {
  return {
    name: 'defect',
    setup: (build) => {
      for (const file of new Set(patches.map((one) => one.file))) {
        const path = inProject(file);
        build.onLoad({ filter: new RegExp(`^${path.replace(/[.\\/]/g, '\\$&')}$`) }, () => {
          let contents = readFileSync(path, 'utf8');
          for (const { fragment, instead } of patches.filter((one) => one.file === file)) {
            const pieces = contents.split(fragment);
            if (pieces.length !== 2) {
              throw new Error(`Defect ${name}: ${file} holds ${pieces.length - 1} times, not once:\n${fragment}`);
            }
            contents = pieces.join(instead);
          }
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}
