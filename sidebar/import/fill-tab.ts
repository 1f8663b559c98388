// Writes a list into a new tab of the workbook, block by block, each small enough to cross to the server in one call.
import { hashText } from '../../src/domain/hash';
import type { AddedSource } from '../../src/rpc/contract';
import { ask } from '../call';
import type { ReadList } from './read-list';

/** Characters of a call, about. */
const blockLength = 500_000;
/** What a cell takes besides its text: quotes and a comma. */
const aroundCell = 3;

type Rows = ReadList['table']['rows'];

/**
 * Fills the tab to its end, telling how far it is, and answers its title. A list that had stopped midway goes on where it was.
 * `isStopped` is asked between two blocks: then it answers null, and the tab is removed.
 */
export async function fillTab(
  list: ReadList,
  title: string,
  tell: (progress: AddedSource) => void,
  isStopped: () => boolean,
): Promise<string | null> {
  const { rows } = list.table;
  const hash = hashText(`${list.table.separator}\n${list.text}`);
  let progress = await ask('addSourceTab', { name: title, hash, rows: rows.length, columns: list.columns });
  while (!progress.done) {
    if (isStopped()) {
      await ask('addSourceTab', { id: progress.id, cancel: true });
      return null;
    }
    tell(progress);
    const { id, rowsDone: from } = progress;
    progress = await ask('addSourceTab', { id, from, cells: blockAt(rows, from) });
  }
  return progress.tab;
}

/** The rows from a place on that one call takes; one at least. */
function blockAt(rows: Rows, from: number): string[][] {
  const block: string[][] = [];
  let length = 0;
  for (const row of rows.slice(from)) {
    length += row.reduce((sum, cell) => sum + cell.length + aroundCell, aroundCell);
    if (block.length > 0 && length > blockLength) break;
    block.push([...row]);
  }
  return block;
}
