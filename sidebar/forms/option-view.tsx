// One suggestion in the list under a combobox: a record, or the offer to make one.
import type { RecordTabKey } from '../../src/domain/schema';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { tabIcon } from './layout';

export function OptionView(props: {
  id: string;
  tab: RecordTabKey;
  name: string;
  detail?: string;
  /** There is no such record: choosing it makes one. */
  isNew?: boolean;
  active: boolean;
  onChoose: () => void;
}) {
  const { tab, name, detail, isNew } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and its keys choose
    <div
      id={props.id}
      role="option"
      aria-selected={props.active}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onChoose}
    >
      <Icon name={isNew ? 'plus' : tabIcon(tab)} />
      {isNew ? (
        <span>{words.createNamed(tab, name)}</span>
      ) : (
        <span class="words">
          <span class="clip">{name}</span>
          {detail && <span class="clip detail">{detail}</span>}
        </span>
      )}
    </div>
  );
}
