// Team members as the rest of the code means them: by key, which is the email, or the name where there is none.
import type { Member } from './schema';
import { fold } from './text';

export type Role = 'admin' | 'manager' | 'rep' | 'viewer';

/** What stands in person fields: the member's email in lower case, else the name. */
export function personKey(member: Pick<Member, 'email' | 'name'>): string {
  return member.email ? member.email.trim().toLowerCase() : (member.name ?? '').trim();
}

/** Finds members by email or name, case and accents ignored. A name that two members share finds nobody. */
export function personIndex(team: readonly Member[]): (text: string) => string | undefined {
  const keys = new Map<string, string | undefined>();
  for (const member of team) {
    for (const text of [member.email, member.name]) {
      const folded = fold(text ?? '');
      if (folded === '') continue;
      const key = personKey(member);
      keys.set(folded, keys.has(folded) && keys.get(folded) !== key ? undefined : key);
    }
  }
  return (text) => keys.get(fold(text));
}

/** What a Role cell counts as that names no role: whoever it was meant for may look, until an admin puts it right. */
export const unreadableRole: Role = 'viewer';

/** The role of a member; a blank one counts as the least that may write. */
export function roleOf(member: Pick<Member, 'role'>): Role {
  const role = member.role;
  return role === 'admin' || role === 'manager' || role === 'viewer' ? role : 'rep';
}
