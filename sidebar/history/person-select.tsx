// Choosing whose changes: a member of the team, or whoever typed unseen into the sheet.
import { unknownAuthor } from '../../src/domain/change-set';
import { useApp } from '../app/app';
import { FieldFrame } from '../ui/field';
import * as words from '../words';

/** `any`: what the blank choice is called. */
export function PersonSelect(props: {
  id: string;
  label: string;
  value: string;
  any: string;
  onChange: (who: string) => void;
}) {
  const { start } = useApp();
  return (
    <FieldFrame id={props.id} label={props.label}>
      {(ids) => (
        <select
          {...ids}
          class="input"
          value={props.value}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        >
          <option value="">{props.any}</option>
          {start.team.map(({ key, name, email }) => (
            <option key={key} value={email || key}>
              {name}
            </option>
          ))}
          <option value={unknownAuthor.name}>{words.told(unknownAuthor.name)}</option>
        </select>
      )}
    </FieldFrame>
  );
}
