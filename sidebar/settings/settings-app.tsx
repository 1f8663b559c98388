// The window of settings: one section at a time, each saying what it does. Admins change them; everybody may look.
import { useLayoutEffect, useState } from 'preact/hooks';
import { useApp } from '../app/app';
import { keepFocus } from '../app/keep-focus';
import { type AdminRows, useAdminRows } from '../app/use-admin-rows';
import { useUndoKey, WindowApp, WindowFrame } from '../app/window';
import { Icon, type IconName } from '../ui/icons';
import { Failed, Ghosts, Notice } from '../ui/notice';
import { RowsSection } from './rows-section';
import { againstRole, automation, currency, functionAddress, holiday, member, rate, rowsOfKind } from './sections';
import { SingleSetting } from './single-setting';
import { StagesSection } from './stages-section';

const frame = { title: 'Settings', waiting: 'Reading the settings…' };

export function SettingsApp() {
  return (
    <WindowApp {...frame}>
      <SettingsWindow />
    </WindowApp>
  );
}

const overtaken =
  'Somebody changed this meanwhile. What it holds now is shown behind this form; close it to begin from there.';

const sections: readonly { key: string; label: string; icon: IconName }[] = [
  { key: 'team', label: 'Team', icon: 'person' },
  { key: 'stages', label: 'Pipelines and stages', icon: 'stage' },
  { key: 'days', label: 'Reminders and holidays', icon: 'calendar' },
  { key: 'currency', label: 'Currency', icon: 'deal' },
  { key: 'rules', label: 'Roles in the grid', icon: 'lock' },
  { key: 'function', label: 'Cloud function', icon: 'link' },
  { key: 'later', label: 'Rules and templates', icon: 'note' },
];

function SettingsWindow() {
  const { start } = useApp();
  const settings = useAdminRows('settings', overtaken);
  const team = useAdminRows('team', overtaken);
  const [open, setOpen] = useState('team');
  useLayoutEffect(keepFocus, []);
  useUndoKey();
  const error = settings.error || team.error;
  const reload = () => {
    settings.reload();
    team.reload();
  };
  return (
    <WindowFrame title={frame.title} status={start.user.role === 'admin' ? 'Each change is saved by itself.' : ''}>
      {error && <Failed error={error} onRetry={reload} />}
      {start.user.role !== 'admin' && (
        <Notice>Only admins change settings, so you can look but not save. Ask an admin of your team.</Notice>
      )}
      <div class="beside">
        <nav class="rail" aria-label="Sections">
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
          <p class="muted">
            Each person’s digest hour, working days and days away stand with them in Team. On a holiday nobody gets a
            digest.
          </p>
          <RowsSection
            kind={holiday}
            title="Holidays"
            what="Days on which no digest is sent to anybody."
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
            title="Other currencies"
            what="An amount in a currency without a rate for its day is counted beside the sums, never in them."
            rows={rowsOfKind(rows, rate)}
            columns={['name', 'value', 'date']}
            table={settings}
          />
        </>
      );
    case 'rules':
      return <SingleSetting key="role" single={againstRole} {...one} />;
    case 'function':
      return (
        <>
          <SingleSetting key="function" single={functionAddress} {...one} />
          <Notice>
            Apps Script reaches only addresses that the add-on was pushed with. After a change, whoever keeps the script
            runs <code>npm run push -- --function ADDRESS</code>; until then saves go on without the function.
          </Notice>
        </>
      );
    case 'later':
      return (
        <section class="stack tight" aria-label="Rules and templates">
          <h2 tabIndex={-1}>Rules and templates</h2>
          <p>
            Nothing goes by the tabs Rules and Templates yet: no rule runs, and the digest has its own words. What
            stands in them is kept.
          </p>
        </section>
      );
    default:
      return (
        <RowsSection
          kind={member}
          title="Team"
          what="Who may use Rowbook, as what, and when their digest comes. Someone who leaves is switched off, so that their records keep their owner; hand them over in the sidebar."
          rows={team.rows ?? []}
          columns={['name', 'email', 'role', 'digestHour', 'awayUntil', 'active']}
          table={team}
          onDelete={null}
        />
      );
  }
}
