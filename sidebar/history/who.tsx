// The author of a change: by name, with the address for whoever points at it.
import { parseAuthor } from '../../src/domain/change-set';
import { useApp } from '../app/app';
import { memberName } from '../forms/member-name';

/** `who` as History has it: `Ann Smith <ann@example.com>`, an address, or a name alone. */
export function Who({ who }: { who: string }) {
  const name = memberName(useApp().start.team, who);
  const { email } = parseAuthor(who);
  return <span {...(email !== '' && email !== name ? { title: email } : {})}>{name}</span>;
}
