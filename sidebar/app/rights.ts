// What this person may do with a record, by the rule that the server goes by. Known from the start view alone: no call is made.
import { roleOf } from '../../src/domain/people';
import { refusalOf } from '../../src/domain/roles';
import type { FieldValue, RecordTabKey } from '../../src/domain/schema';
import { fold } from '../../src/domain/text';
import type { StartView } from '../../src/rpc/contract';

/** Why they may not change or delete the record, as a sentence; undefined when they may. */
export function whyLocked(
  start: StartView,
  record: { tab: RecordTabKey; fields: { readonly [field: string]: FieldValue } },
): string | undefined {
  const { user, team } = start;
  const before = { owner: record.fields.owner ?? null };
  return refusalOf(
    { role: roleOf({ role: user.role as 'rep' }), key: user.email },
    { act: 'edit', tab: record.tab, id: '', before },
    {
      person: (text) => team.find(({ key, name }) => [key, name].some((one) => fold(one) === fold(text)))?.key,
      nameOf: (key) => team.find((member) => fold(member.key) === fold(key))?.name,
    },
  );
}
