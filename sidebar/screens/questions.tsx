// Four answers in one look, each a line that leads to the records behind it: whom to follow up with today, what closes this
// month, what a won deal brings, when a customer was last talked to.
import { knownSum } from '../../src/domain/reports/known';
import { useApp } from '../app/app';
import type { FollowUps } from '../app/use-follow-ups';
import type { Pipeline } from '../app/use-pipeline';
import { shortMoneyText } from '../numbers';
import * as words from '../words';
import { Answer } from './answer';
import { moveInList } from './found-list';
import { LastTalk } from './last-talk';

export function Questions({ followUps, pipeline }: { followUps: FollowUps; pipeline: Pipeline }) {
  return (
    <ul
      class="list questions below"
      aria-label={words.atAGlance}
      onKeyDown={(event) => {
        if (event.target instanceof HTMLButtonElement) moveInList(event, event.currentTarget);
      }}
    >
      <FollowUpToday followUps={followUps} />
      <Closing pipeline={pipeline} />
      <AverageDeal pipeline={pipeline} />
      <LastTalk />
    </ul>
  );
}

function FollowUpToday({ followUps: { lists, leaving, scope } }: { followUps: FollowUps }) {
  const { start } = useApp();
  const staying = (tasks: readonly { id: string }[]) => tasks.filter(({ id }) => !leaving.has(id)).length;
  // Until the lists are there, and while they show everybody's, what opening told of one's own.
  const own = lists && scope === 'mine';
  const today = own ? staying(lists.dueToday) : start.followUps.today;
  const overdue = own ? staying(lists.overdue) : start.followUps.overdue;
  const waiting = own ? [...lists.overdue, ...lists.dueToday].filter(({ id }) => !leaving.has(id)) : [];
  const whom = [...new Set(waiting.flatMap(({ about }) => about[0]?.name ?? []))];
  const show = () => {
    const heading = document.getElementById('follow-ups');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'start' });
  };
  return (
    <li>
      <Answer question={words.toFollowUpWithToday} id="ask-today" onClick={show}>
        {today + overdue === 0 ? words.nobodyToFollowUp : today === 0 ? '' : words.followUpCount(today)}
        {overdue > 0 && (
          <>
            {today > 0 && ', '}
            <span class="late">{words.overdueCount(overdue)}</span>
          </>
        )}
        {whom.length > 0 && <span class="small detail two-lines">{whom.join(', ')}</span>}
      </Answer>
    </li>
  );
}

function Closing({ pipeline: { report, error, load } }: { pipeline: Pipeline }) {
  const { today, go } = useApp();
  const question = words.closingThisMonth;
  const month = `month:${today().slice(0, 7)}`;
  const closing = report?.forecast.find((line) => line.rows === month);
  const late = report?.forecast.filter((line) => line.overdue).reduce((sum, line) => sum + line.count, 0) ?? 0;
  const value = closing && report ? knownSum(closing.value, closing) : null;
  return (
    <li>
      {!report ? (
        <Unread question={question} id="ask-closing" error={error} load={load} />
      ) : (
        <Answer
          question={question}
          id="ask-closing"
          {...(closing ? { onClick: () => go({ kind: 'behind', title: question, rows: month }) } : {})}
        >
          {closing ? words.deals(closing.count) : words.noDeal}
          {value !== null && `, ${shortMoneyText(value, report.currency)}`}
          {late > 0 && <span class="small late"> {words.pastTheirDate(late)}</span>}
        </Answer>
      )}
    </li>
  );
}

function AverageDeal({ pipeline: { report, error, load } }: { pipeline: Pipeline }) {
  const { go } = useApp();
  const question = words.averageWonDeal;
  // The line above says what is wrong.
  if (error !== '') return null;
  const average = report?.figures.find(({ key }) => key === 'averageWon')?.value ?? null;
  return (
    <li>
      {!report ? (
        <Unread question={question} id="ask-average" error="" load={load} />
      ) : average === null ? (
        <Answer question={question} id="ask-average">
          {words.noWonDealYet}
        </Answer>
      ) : (
        <Answer
          question={question}
          id="ask-average"
          onClick={() => go({ kind: 'behind', title: words.wonDeals, rows: 'averageWon' })}
        >
          {shortMoneyText(average, report.currency)}
        </Answer>
      )}
    </li>
  );
}

/** The report is on its way, or did not come: then pressing the line asks for it again. */
function Unread({ question, id, error, load }: { question: string; id: string; error: string; load: () => void }) {
  if (error === '') {
    return (
      <Answer question={question} id={id}>
        <span class="ghost" role="status" aria-label={words.readingTheDeals} />
      </Answer>
    );
  }
  return (
    <Answer question={question} id={id} onClick={load}>
      <span class="small late">{error}</span> <span class="small">{words.readAgain}</span>
    </Answer>
  );
}
