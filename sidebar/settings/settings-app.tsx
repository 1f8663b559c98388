// The window of settings: one section at a time, each saying what it does. Admins change them; everybody may look.
import { useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { type AdminRows, useAdminRows } from '../app/use-admin-rows';
import { useUndoKey, WindowApp, WindowFrame } from '../app/window';
import { Icon, type IconName } from '../ui/icons';
import { Failed, Ghosts, Notice } from '../ui/notice';
import * as words from '../words';
import { RowsSection } from './rows-section';
import {
  againstRole,
  automation,
  currency,
  functionAddress,
  holiday,
  member,
  rate,
  rowsOfKind,
  rule,
  template,
} from './sections';
import { SingleSetting } from './single-setting';
import { StagesSection } from './stages-section';
import { TableSection } from './table-section';

const frame = { title: words.settings, waiting: words.readingSettings };

export function SettingsApp() {
  return (
    <WindowApp {...frame}>
      <SettingsWindow />
    </WindowApp>
  );
}

const sections: readonly { key: string; label: string; icon: IconName }[] = [
  { key: 'team', label: words.team, icon: 'person' },
  { key: 'stages', label: words.pipelinesAndStages, icon: 'stage' },
  { key: 'days', label: words.remindersAndHolidays, icon: 'calendar' },
  { key: 'currency', label: words.currency, icon: 'deal' },
  { key: 'roles', label: words.rolesInGrid, icon: 'lock' },
  { key: 'function', label: words.cloudFunction, icon: 'link' },
  { key: 'rules', label: words.rules, icon: 'check' },
  { key: 'templates', label: words.templates, icon: 'note' },
];

function SettingsWindow() {
  const { start } = useApp();
  const settings = useAdminRows('settings', words.settingWasOvertaken);
  const team = useAdminRows('team', words.settingWasOvertaken);
  const [open, setOpen] = useState('team');
  useUndoKey();
  const error = settings.error || team.error;
  const reload = () => {
    settings.reload();
    team.reload();
  };
  return (
    <WindowFrame title={frame.title} status={start.user.role === 'admin' ? words.eachChangeSavedByItself : ''}>
      {error && <Failed error={error} onRetry={reload} />}
      {start.user.role !== 'admin' && <Notice>{words.onlyAdminsChangeSettings}</Notice>}
      <div class="beside">
        <nav class="rail" aria-label={words.sections}>
          <ul class="list">
            {sections.map(({ key, label, icon }) => (
              <li key={key}>
                <button
                  type="button"
                  class="entry"
                  aria-current={open === key ? 'true' : undefined}
                  onClick={() => setOpen(key)}
                >
                  <span class="mark">
                    <Icon name={icon} />
                  </span>
                  <span class="words name">{label}</span>
                </button>
              </li>
            ))}
          </ul>
        </nav>
        <div class="beside-main stack">
          {settings.rows && team.rows ? (
            <Section open={open} settings={settings} team={team} />
          ) : (
            !error && <Ghosts lines={8} label={frame.waiting} />
          )}
        </div>
      </div>
    </WindowFrame>
  );
}

function Section({ open, settings, team }: { open: string; settings: AdminRows; team: AdminRows }) {
  const rows = settings.rows ?? [];
  const one = { table: settings, rows };
  switch (open) {
    case 'stages':
      return <StagesSection {...one} />;
    case 'days':
      return (
        <>
          <SingleSetting key="automation" single={automation} {...one} />
          <p class="muted">{words.daysStandInTeam}</p>
          <RowsSection
            kind={holiday}
            title={words.holidays}
            what={words.whatHolidaysAre}
            rows={rowsOfKind(rows, holiday)}
            columns={['date', 'name']}
            table={settings}
          />
        </>
      );
    case 'currency':
      return (
        <>
          <SingleSetting key="currency" single={currency} {...one} />
          <RowsSection
            kind={rate}
            title={words.otherCurrencies}
            what={words.whatRatesAre}
            rows={rowsOfKind(rows, rate)}
            columns={['name', 'value', 'date']}
            table={settings}
          />
        </>
      );
    case 'roles':
      return <SingleSetting key="role" single={againstRole} {...one} />;
    case 'function':
      return (
        <>
          <SingleSetting key="function" single={functionAddress} {...one} />
          <Notice>{words.addressesOfScript(<code>npm run push -- --function ADDRESS</code>)}</Notice>
        </>
      );
    case 'rules':
      return (
        <TableSection
          key="rules"
          kind={rule}
          title={words.rules}
          what={words.whatRulesAre}
          notice={words.noRuleRunsYet}
          columns={['name', 'when', 'days', 'then', 'active']}
        />
      );
    case 'templates':
      return (
        <TableSection
          key="templates"
          kind={template}
          title={words.templates}
          what={words.whatTemplatesAre}
          notice={words.noMailFromTemplatesYet}
          columns={['name', 'language', 'subject', 'active']}
        />
      );
    default:
      return (
        <RowsSection
          kind={member}
          title={words.team}
          what={words.whatTeamDoes}
          rows={team.rows ?? []}
          columns={['name', 'email', 'role', 'digestHour', 'awayUntil', 'active']}
          table={team}
          onDelete={null}
        />
      );
  }
}
