// Step 4: what the import would do, what should be known before, and what keeps it from starting.
import type { ImportPreview, Issue } from '../../src/rpc/contract';
import { numberText } from '../numbers';
import { Icon } from '../ui/icons';
import { Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { tabTitle } from './counts';
import type { Importing } from './use-import';

export function CheckStep({ importing }: { importing: Importing }) {
  const { preview, checking } = importing;
  // What was found before the last edit may be settled by it: nothing is said until the rows were looked at again.
  if (checking) return <Ghosts lines={4} label={words.checkingTheRows} />;
  if (!preview) return null;
  return (
    <div class="stack">
      {preview.blockers.length > 0 && (
        <Notice kind="danger">
          <strong>{words.importCannotStartYet}</strong>
          <ul class="dots">
            {preview.blockers.map((blocker) => (
              <li key={blocker.message}>{words.told(blocker.message)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Counts counts={preview.counts} />
      {(preview.notes ?? []).length > 0 && (
        <section class="stack tight" aria-labelledby="good-to-know">
          <h2 id="good-to-know">{words.goodToKnow}</h2>
          <ul class="stack tight">
            {preview.notes?.map((note) => (
              <li key={note.message} class="promise">
                <Icon name="info" />
                <span>{words.told(note.message)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {preview.problemCount > 0 && <Problems problems={preview.problems} count={preview.problemCount} />}
    </div>
  );
}

function Counts({ counts }: { counts: ImportPreview['counts'] }) {
  return (
    <dl class="figures">
      {counts.map((count) => (
        <div key={count.tab} class="card">
          <dt>{tabTitle(count.tab)}</dt>
          <dd>
            {words.newRecords(<strong class="figure">{numberText(count.create)}</strong>)}
            <span class="detail">
              {[count.update > 0 && words.updatedRecords(count.update), count.same > 0 && words.hereAlready(count.same)]
                .filter(Boolean)
                .join(', ')}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Problems({ problems, count }: { problems: readonly Issue[]; count: number }) {
  return (
    <div class="stack tight">
      <h2 id="problems">{words.problemsLeaveRowsOut(count)}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-frame tall" tabIndex={0} aria-labelledby="problems">
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                {words.row}
              </th>
              <th scope="col">{words.value}</th>
              <th scope="col">{words.whatIsWrong}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <tr key={`${problem.row}${problem.field}${problem.code}${problem.received}`}>
                <td class="number">{problem.row ?? ''}</td>
                <td>
                  <span class="clip">{problem.received || '—'}</span>
                </td>
                <td>{words.told(problem.message)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {problems.length < count && <p class="hint">{words.firstOfAllAreShown(problems.length, count)}</p>}
    </div>
  );
}
