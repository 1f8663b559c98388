// A workbook that is set up and has a team's old sheet in it; imports through the add-on's public functions.
import { expect } from 'vitest';
import type { RunOutcome } from '../../scripts/local/runtime/types';
import { openFile } from '../../scripts/local/server/open-file';
import { addOpenedSheets } from '../../scripts/local/server/opened-tabs';
import type { ImportMapping } from '../../src/domain/import/mapping';
import type { ImportPreview, ImportProgress, Reply } from '../../src/rpc/contract';
import { admin, type BundleWorld, bundleWorld } from '../mail/bundle-world';

export { admin, monday } from '../mail/bundle-world';

export interface ImportWorld extends BundleWorld {
  /** Puts lines (cells between ` | `) into a new tab, typed as a person types them. */
  sheet(title: string, lines: readonly string[]): void;
  /** Puts texts into a new tab as they are, unparsed. */
  raw(title: string, rows: readonly (readonly string[])[]): void;
  /** Opens a CSV file as `npm start -- --open` does; answers the tab's title. */
  openCsv(file: string): Promise<string>;
  /** Calls a public function; its outcome with calls and modelled time, and its reply. */
  call<T>(name: string, input: object, user?: string): Promise<{ reply: Reply<T>; outcome: RunOutcome }>;
  preview(tab: string, mapping?: ImportMapping, user?: string): Promise<ImportPreview>;
  /** The suggested mapping with every suggested choice confirmed. */
  confirmed(tab: string): Promise<ImportMapping>;
  /** All steps to the end. */
  importAll(tab: string, mapping?: ImportMapping): Promise<{ last: ImportProgress; steps: RunOutcome[] }>;
  /** Ids in column A of a tab, in order. */
  ids(title: string): string[];
}

export async function importWorld(options: Parameters<typeof bundleWorld>[0] = {}): Promise<ImportWorld> {
  const base = await bundleWorld(options);
  const call = async <T>(name: string, input: object, user = admin) => {
    const outcome = await base.runtime.run({ function: name, args: [input], user, source: 'client' });
    return { outcome, reply: outcome.result as Reply<T> };
  };
  const world: ImportWorld = {
    ...base,
    call,
    sheet: (title, lines) => {
      const rows = lines.map((line) =>
        line.split('|').map((cell) => {
          const text = cell.trim();
          return text === '' ? undefined : { input: { kind: 'typed' as const, text } };
        }),
      );
      addOpenedSheets(base.engine, [{ source: title, title, rows }]);
    },
    raw: (title, rows) => {
      const cells = rows.map((row) => row.map((value) => ({ input: { kind: 'value' as const, value } })));
      addOpenedSheets(base.engine, [{ source: title, title, rows: cells }]);
    },
    openCsv: async (file) => addOpenedSheets(base.engine, await openFile(file))[0] ?? '',
    preview: (tab, mapping, user) => base.ask('previewImport', { tab, ...(mapping ? { mapping } : {}) }, user),
    confirmed: async (tab) => {
      const { mapping, values } = await world.preview(tab);
      return {
        ...mapping,
        values: values.map(({ tab: of, field, values: entries }) => ({
          tab: of,
          field,
          map: Object.fromEntries(entries.map(({ from, to, suggested }) => [from, to ?? suggested ?? ''])),
        })),
      };
    },
    importAll: async (tab, given) => {
      const mapping = given ?? (await world.confirmed(tab));
      const steps: RunOutcome[] = [];
      let importId: string | undefined;
      for (;;) {
        const { outcome, reply } = await call<ImportProgress>('commitImport', {
          tab,
          mapping,
          ...(importId ? { importId } : {}),
        });
        expect(outcome.error).toBeUndefined();
        if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
        steps.push(outcome);
        if (reply.value.done) return { last: reply.value, steps };
        importId = reply.value.importId;
      }
    },
    ids: (title) => base.rows(title).map((row) => row.ID ?? ''),
  };
  return world;
}
