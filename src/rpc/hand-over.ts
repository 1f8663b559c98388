// Handing over everything of someone who leaves: first what there is, then step by step under one change set.

import { attentionDay } from '../domain/follow-ups';
import { amountsByCurrency, type OwnedTab, ownedTabs, type Receivers } from '../domain/hand-over';
import { personKey, roleOf } from '../domain/people';
import type { Task } from '../domain/schema';
import { handOver, type OwnedRecord, readOwned, readSettings, readTeam, switchOff, type Team } from '../workbook';
import { assertMayManage, type Caller } from './caller';
import type { HandOverInput, HandOverPreview, HandOverPreviewInput, HandOverStep } from './contract-hand-over';
import { badInput, notAllowed } from './reply';
import { foundRecord } from './view';

const mostListed = 50;

/** What the person owns and what of it is open (1 read for each tab with owners). Throws `not-allowed`, `bad-input`. */
export function previewHandOver(caller: Caller, input: HandOverPreviewInput): HandOverPreview {
  assertMayManage(caller, 'hand records over');
  const { workbook } = caller;
  const team = readTeam(workbook);
  const from = ownerIn(team, input.from);
  const member = team.member(from);
  const owned = readOwned(workbook, from);
  const open = (tab: OwnedTab) => owned.filter((one) => one.tab === tab && !one.over);
  const today = workbook.today();
  const tasks = open('tasks')
    .map(taskOf)
    .sort((one, other) => ((one.due || '9') < (other.due || '9') ? -1 : 1))
    .map((task) => ({ ...task, overdue: task.due !== '' && task.due < today }));
  const deals = open('deals');
  return {
    from: { key: from, name: member?.name ?? from },
    tabs: ownedTabs.map((tab) => {
      const own = owned.filter((one) => one.tab === tab);
      return { tab, open: own.filter(({ over }) => !over).length, over: own.filter(({ over }) => over).length };
    }),
    deals: amountsByCurrency(
      deals.map(({ record }) => record.fields),
      readSettings(workbook).currency,
    ),
    overdue: tasks.filter(({ overdue }) => overdue).length,
    openDeals: listed(deals),
    openTasks: tasks.slice(0, mostListed),
    openTickets: listed(open('tickets')),
  };
}

/** Does the next step. Throws `not-allowed`, `bad-input`, `busy`. */
export function handOverNext(caller: Caller, input: HandOverInput): HandOverStep {
  assertMayManage(caller, 'hand records over');
  const { workbook, author, role } = caller;
  if (input.deactivate && role !== 'admin')
    throw notAllowed('Only admins switch people off in Team. Ask an admin, or hand over without it.');
  const team = readTeam(workbook);
  const from = ownerIn(team, input.from);
  if (input.deactivate && from === caller.key) throw badInput('You cannot switch yourself off. Ask another admin.');
  const done = Math.max(0, Math.floor(Number(input.done) || 0));
  const step = handOver(workbook, author, from, receiversIn(team, from, input), {
    over: input.over === true,
    done,
    changeSet: typeof input.changeSet === 'string' && input.changeSet !== '' ? input.changeSet : undefined,
  });
  const isOff = !step.more && input.deactivate === true && switchOff(workbook, from);
  return {
    changeSet: step.changeSet,
    more: step.more,
    done: done + step.moved.length,
    moved: [...step.moved],
    kept: [...step.kept],
    ...(isOff ? { deactivated: true } : {}),
  };
}

/** The person as Owner cells name them: a member's key, or the text itself for one who is not in Team any more. */
function ownerIn(team: Team, from: unknown): string {
  const text = typeof from === 'string' ? from.trim() : '';
  if (text === '') throw badInput('Say whose records are to be handed over.');
  return team.person(text) ?? text;
}

function receiversIn(team: Team, from: string, { to, byTab = {} }: HandOverInput): Receivers {
  if (!Array.isArray(to) || typeof byTab !== 'object' || byTab === null)
    throw badInput('Say who gets the records: `to` is a list of members.');
  const receiver = (text: unknown): string => {
    const key = team.person(String(text ?? ''));
    const member = key === undefined ? undefined : team.member(key);
    if (!member) throw badInput(`“${String(text)}” is nobody in Team.`);
    const name = member.name ?? key ?? '';
    if (personKey(member) === from) throw badInput(`${name} has them already. Choose somebody else.`);
    if (member.active === false) throw badInput(`${name} is not active in Team. Choose somebody else.`);
    if (roleOf(member) === 'viewer') throw badInput(`${name} may only look at records. Choose somebody else.`);
    return personKey(member);
  };
  const named = ownedTabs.flatMap((tab) => (byTab[tab] ? [[tab, receiver(byTab[tab])] as const] : []));
  if (to.length + named.length === 0) throw badInput('Say who gets the records.');
  return { to: [...new Set(to.map(receiver))], byTab: Object.fromEntries(named) };
}

function listed(some: readonly OwnedRecord[]): HandOverPreview['openDeals'] {
  return some.slice(0, mostListed).map(({ tab, record }) => ({ ...foundRecord(record), tab }));
}

function taskOf({ tab, record }: OwnedRecord) {
  return { ...foundRecord(record), tab, due: attentionDay(record.fields as unknown as Task) ?? '' };
}
