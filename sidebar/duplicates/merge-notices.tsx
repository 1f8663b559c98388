// What came of trying to merge, where it did not end well, and how far it is.
import { findTab, tabOf } from '../../src/domain/schema';
import type { Issue } from '../../src/rpc/contract';
import type { MergedTab } from '../../src/rpc/contract-duplicates';
import { issueSentence } from '../messages';
import { Notice } from '../ui/notice';
import * as words from '../words';
import type { MergeState } from './use-merge';

export function MergeNotices(props: {
  tab: MergedTab;
  state: MergeState;
  /** Why the person may not merge these. */
  locked: string | undefined;
  /** Why something else did not work. */
  failure: string;
  /** A part of it has moved already. */
  begun: boolean;
  nameOf: (id: string) => string;
  keptId: string;
}) {
  const { tab, state, locked, failure } = props;
  return (
    <>
      {locked && (
        <Notice>
          <span id="merge-locked">{words.told(locked)}</span>
        </Notice>
      )}
      {failure && <Notice kind="danger">{failure}</Notice>}
      {state.kind === 'running' && state.left !== null && <p role="status">{words.stillToMove(state.left)}</p>}
      {state.kind === 'changed' && <Notice kind="danger">{words.changedSinceLook(props.nameOf(state.id))}</Notice>}
      {state.kind === 'failed' && (
        <Notice kind="danger">
          <span>{state.error}</span>
          {props.begun && <span>{words.mergeStoppedHere}</span>}
        </Notice>
      )}
      {state.kind === 'invalid' && (
        <Notice kind="danger">
          <span>{words.cannotBeMerged}</span>
          <ul class="dots">
            {state.issues.map((issue) => (
              <li key={`${issue.id}/${issue.field}`}>{placeOf(tab, issue, props.keptId)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** “Email: …”; of another record than the one that stays, with its id. */
function placeOf(tab: MergedTab, issue: Issue, keptId: string): string {
  const own = tabOf(findTab(issue.tab) ?? tab).fields[issue.field]?.header;
  const header = own ? words.label(own) : issue.field.replace(/^custom:/, '');
  const place = issue.id === keptId || issue.id === '' ? header : `${issue.id}, ${header}`;
  return header === '' ? issueSentence(issue) : words.reasonAndValues(place, issueSentence(issue));
}
