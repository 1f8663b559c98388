// Saved lists that ask for a stage, when it is called otherwise.
import { filterText, readSegment, withStageRenamed } from '../../src/domain/segment';
import type { StartView } from '../../src/rpc/contract';
import { call } from '../call';
import { finderFor } from '../lists/saved-list';
import { sentenceFor } from '../messages';
import * as words from '../words';

/** Has lists of deals ask for the new name, those of other people too. Those that cannot be read stay. Rejects with a sentence. */
export async function renameInLists(start: StartView, from: string, to: string, isKept: boolean): Promise<void> {
  const fieldsOf = finderFor(start);
  const ask = async (input: Parameters<typeof call.adminRows>[0]) => {
    const answer = await call.adminRows(input).catch((failure) => {
      throw new Error(sentenceFor(failure));
    });
    if (answer.status !== 'saved') throw new Error(words.listsKeepOldName(from));
    return answer.rows;
  };
  const rows = await ask({ tab: 'lists' });
  const changes = rows.flatMap(({ row, fields }) => {
    const read = readSegment(String(fields.tab ?? ''), String(fields.filter ?? ''), fieldsOf);
    const renamed = read.ok ? withStageRenamed(read.segment, from, to, isKept) : null;
    return renamed ? [{ row, before: fields, after: { ...fields, filter: filterText(renamed) } }] : [];
  });
  if (changes.length > 0) await ask({ tab: 'lists', changes });
}
