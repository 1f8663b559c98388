// The fields in which two records are the same: there is nothing to choose.
import type { RecordView } from '../../src/rpc/contract';
import { valueText } from '../format';
import { useValueContext } from '../screens/value-view';
import { Icon } from '../ui/icons';
import { LongText } from '../ui/long-text';
import * as words from '../words';
import { type Choice, pickedValue } from './choices';

export function SameFields({ choices, record }: { choices: readonly Choice[]; record: RecordView }) {
  const context = useValueContext(record);
  if (choices.length === 0) return null;
  return (
    <details class="folded">
      <summary>
        <Icon name="forward" size={14} />
        {words.sameInBoth(choices.length)}
      </summary>
      <dl class="pairs">
        {choices.map((choice) => {
          const header = words.label(choice.field.header);
          return (
            <div key={choice.key}>
              <dt>{header}</dt>
              <dd>
                <LongText text={valueText(choice.field, pickedValue(choice), context)} what={header} most={400} />
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
