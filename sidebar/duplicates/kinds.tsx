// Which kind of records is looked at, each with how many pairs there are once that is known.
import { tabOf } from '../../src/domain/schema';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { tabIcon } from '../forms/layout';
import { Icon } from '../ui/icons';
import * as words from '../words';
import { type Found, mergedTabs, openPairs } from './use-duplicates';

export function Kinds(props: {
  tab: MergedTab;
  all: { readonly [tab in MergedTab]: Found };
  onTab: (tab: MergedTab) => void;
}) {
  return (
    <fieldset class="choice-buttons">
      <legend class="unseen">{words.whichDuplicates}</legend>
      {mergedTabs.map((tab) => {
        const title = words.label(tabOf(tab).title);
        const found = props.all[tab];
        return (
          <label key={tab}>
            <input type="radio" name="kind" checked={tab === props.tab} onChange={() => props.onTab(tab)} />
            <Icon name={tabIcon(tab)} size={14} />
            {found.phase === 'done' ? words.titleAndPairs(title, openPairs(found).length) : title}
          </label>
        );
      })}
    </fieldset>
  );
}
