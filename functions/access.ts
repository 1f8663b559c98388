// What a verified person may do in one workbook: their line in its Team tab.
import { personKey, type Role, roleOf } from '../src/domain/people';
import type { Member } from '../src/domain/schema';
import type { Caller } from './identity';
import { RequestProblem } from './problem';

export type TeamMember = Pick<Member, 'email' | 'name' | 'role' | 'team' | 'active'>;

export interface Access {
  readonly email: string;
  readonly name: string;
  /** As person fields hold it: email, else name. */
  readonly key: string;
  readonly role: Role;
}

/** The caller's access, by email without regard to case; throws a 403 for who is not in Team, or not active there. */
export function accessOf(caller: Caller, team: readonly TeamMember[]): Access {
  const wanted = caller.email.trim().toLowerCase();
  const member = team.find(({ email }) => wanted !== '' && (email ?? '').trim().toLowerCase() === wanted);
  if (!member) {
    throw new RequestProblem(403, 'not-in-team', 'You are not in this workbook’s Team tab. Ask an admin to add you.');
  }
  // A blank cell is a person typed in by hand; only an unticked box switches somebody off.
  if (member.active === false) {
    throw new RequestProblem(403, 'not-active', 'You are switched off in this workbook’s Team tab. Ask an admin.');
  }
  return { email: wanted, name: member.name ?? wanted, key: personKey(member), role: roleOf(member) };
}
