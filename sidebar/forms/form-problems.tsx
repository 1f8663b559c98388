// What keeps a form from being saved.
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import * as words from '../words';
import type { Problem } from './use-form';

/** All that is wrong, on top, each with a way to its field. */
export function Summary(props: {
  problems: readonly Problem[];
  idOf: (key: string) => string;
  /** Makes the record that is only named, and saves. */
  onCreate: (problem: Problem) => void;
}) {
  const { problems, idOf } = props;
  return (
    <Notice kind="danger">
      <strong>{words.thingsToFix(problems.length)}</strong>
      <ul class="stack tight">
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.message}`}>
            {problem.field ? (
              <button type="button" class="link" onClick={() => document.getElementById(idOf(problem.field))?.focus()}>
                {problem.message.startsWith(problem.label) ? '' : `${problem.label}: `}
                {problem.message}
              </button>
            ) : (
              problem.message
            )}
            {problem.unchosen && (
              <Button slim onClick={() => props.onCreate(problem)}>
                {words.createItAndSave}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
