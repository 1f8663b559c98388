// Who someone is, for people.

/** A member's name for a key or email; anything else as it is ("unknown (grid)"). */
export function memberName(team: readonly { key: string; email: string; name: string }[], who: string): string {
  return team.find((member) => member.key === who || (member.email !== '' && member.email === who))?.name ?? who;
}
