// Who someone is, for people.
import { unknownAuthor } from '../../src/domain/change-set';
import * as words from '../words';

/** A member's name for a key, an email or `Name <email>`; anything else as it is ("unknown (grid)"). */
export function memberName(team: readonly { key: string; email: string; name: string }[], who: string): string {
  const [, name, email = who] = /^(.*?)\s*<([^<>]+)>$/.exec(who) ?? [];
  const member = team.find((one) => one.key === who || (one.email !== '' && one.email === email));
  return member?.name || name || (who === unknownAuthor.name ? words.told(who) : who);
}
