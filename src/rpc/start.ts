// What the sidebar needs for its first paint: three reads at any size, no write.

import { personKey, roleOf } from '../domain/people';
import { defaultPipeline } from '../domain/settings';
import { mailNotices } from '../mail/notices';
import { functionNotices } from '../remote';
import {
  attentionCount,
  countsFor,
  customFieldsIn,
  type FollowUpSummary,
  type Guarded,
  isCopy,
  isSetUp,
  openWorkbook,
  readMeta,
  readSettings,
  readTeam,
  type Workbook,
} from '../workbook';
import { callerEmail, callerOf } from './caller';
import type { StartView } from './contract';
import { roomNotices } from './size';

/** Before set-up the view only says so (`ready: false`). Throws `not-in-team`. */
export function startView(workbook: Workbook = openWorkbook()): StartView {
  if (!isSetUp(workbook)) return blankView(workbook);
  const { email, name, role, key } = callerOf(workbook);
  const settings = readSettings(workbook);
  const team = readTeam(workbook);
  const today = workbook.today();
  return {
    ready: true,
    user: { email, name, role },
    today,
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    currency: settings.currency,
    webApp: settings.webAppAddress,
    team: team.members.map((member) => ({
      key: personKey(member),
      name: member.name ?? member.email ?? '',
      email: member.email ?? '',
      active: member.active !== false,
      role: roleOf(member),
    })),
    pipelines: [...new Set(settings.stages.map((stage) => stage.pipeline))],
    stages: settings.stages.map((stage) => ({ ...stage })),
    currencies: [...new Set([settings.currency, ...settings.rates.map((rate) => rate.code)])],
    customFields: customFieldsIn(workbook),
    followUps: countsFor(readMeta(workbook, 'summary') as FollowUpSummary | null, key, today),
    attention: attentionCount(workbook),
    notices: noticesFor(workbook),
  };
}

function noticesFor(workbook: Workbook): StartView['notices'] {
  const copied = isCopy(workbook)
    ? [
        {
          code: 'copied',
          message:
            'This workbook is a copy, so it sends no reminders. Choose Rowbook → Set up this workbook to make it a workbook of its own; an admin then turns Automation on in Settings.',
        },
      ]
    : [];
  return [
    ...copied,
    ...guardNotices(readMeta(workbook, 'guarded') as Guarded | null, Date.now()),
    ...functionNotices(workbook, Date.now()),
    ...mailNotices(readMeta(workbook, 'heartbeat'), Date.now()),
    ...roomNotices(readMeta(workbook, 'heartbeat')),
  ];
}

/** For a week, that a tab for admins stood open. */
function guardNotices(guarded: Guarded | null, nowMs: number): StartView['notices'] {
  if (
    !Array.isArray(guarded?.tabs) ||
    !Array.isArray(guarded.people) ||
    nowMs - Date.parse(guarded.at) > 7 * 86_400_000
  )
    return [];
  const people =
    guarded.people.length > 0 ? ` Roles that were raised meanwhile are set back: ${guarded.people.join(', ')}.` : '';
  const message = `Not protected for a while, and closed again: ${guarded.tabs.join(', ')}.${people} An admin should look at what changed there.`;
  return [{ code: 'tabs-stood-open', message }];
}

function blankView(workbook: Workbook): StartView {
  const email = callerEmail();
  return {
    ready: false,
    user: { email, name: email, role: '' },
    today: workbook.today(),
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    currency: '',
    webApp: '',
    team: [],
    pipelines: [defaultPipeline],
    stages: [],
    currencies: [],
    customFields: {},
    followUps: { overdue: 0, today: 0, next7: 0 },
    attention: 0,
    notices: [{ code: 'not-set-up', message: 'This workbook is not set up yet.', action: 'setUpWorkbook' }],
  };
}
