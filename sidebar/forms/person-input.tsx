// Who: a team member. Someone who left (inactive, or not in Team) stays choosable while a record names them.
import { useApp } from '../app/app';
import type { InputIds } from '../ui/field';
import * as words from '../words';

export function PersonInput({
  ids,
  person,
  onPerson,
}: {
  ids: InputIds;
  person: string;
  onPerson: (person: string) => void;
}) {
  const { start } = useApp();
  const members = start.team.filter((member) => member.active || member.key === person);
  const known = members.some((member) => member.key === person);
  return (
    <select {...ids} class="input" value={person} onChange={(event) => onPerson(event.currentTarget.value)}>
      <option value="">—</option>
      {!known && person !== '' && <option value={person}>{person}</option>}
      {members.map((member) => (
        <option key={member.key} value={member.key}>
          {member.email !== '' && member.email === start.user.email
            ? words.meNamed(member.name || member.email)
            : member.name || member.email}
        </option>
      ))}
    </select>
  );
}
