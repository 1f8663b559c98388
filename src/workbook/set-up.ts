// Turns a workbook into a Rowbook, and repairs one. Safe to run again at any time: it adds what is missing and changes nothing
// that a person made.
import { roleOf } from '../domain/people';
import { ledgerTitle, type RecordTabKey, type TabKey, tabs } from '../domain/schema';
import { defaultSettings, settingRows } from '../domain/settings';
import { adopt } from './adopt';
import type { Workbook } from './api';
import { endReturn } from './column-choices';
import type { Signature } from './columns';
import { isCopy, turnAutomationOff } from './copy';
import { rememberRoles } from './guard';
import { installTriggers } from './installed-triggers';
import { withLock } from './lock';
import { readMeta, writeMeta } from './meta';
import { appendPlainRows, forgetPeople, readPlainTable, readSettings, readTeam } from './plain-table';
import { protectForAdmins } from './protect';
import { recover } from './recover';
import { refill } from './refill';
import { allHiddenTabs, markedSheets, setUpHiddenTab, setUpTab, takenTitles } from './set-up-tabs';

const schemaVersion = 1;

export interface SetUpResult {
  /** Keys of tabs that were made. */
  readonly created: readonly string[];
  /** Fields whose columns were brought back, `deals.amount`. */
  readonly restored: readonly string[];
  /** Whose account the hourly run and the grid's triggers use. */
  readonly triggerOwner: string;
  /** Titles in the way; when there are any, nothing was changed. */
  readonly taken: readonly string[];
}

/**
 * Makes everything a Rowbook needs. `user` (an email) becomes the first admin of an empty Team. Takes the lock for one tab at a
 * time, so that others' saves in a workbook in use wait for one tab, not for all.
 */
export function setUp(workbook: Workbook, user: string, options: { takeOver?: boolean } = {}): SetUpResult {
  const ours = markedSheets(workbook);
  const taken = takenTitles(workbook, ours);
  if (taken.length > 0) return { created: [], restored: [], triggerOwner: '', taken };
  const made = allHiddenTabs.filter((title) => withLock(workbook, () => setUpHiddenTab(workbook, title)));
  const unknown: RecordTabKey[] = [];

  const created: string[] = [];
  const restored: string[] = [];
  const signatures: { [tab: string]: Signature } = {};
  const fresh = !workbook.findSheet('settings');
  for (const tab of Object.keys(tabs) as TabKey[]) {
    withLock(workbook, () => {
      if (!fresh) recover(workbook);
      const settings = fresh ? defaultSettings : readSettings(workbook);
      const done = setUpTab(workbook, tab, settings, ours);
      signatures[tab] = done.signature;
      if (done.isNew) created.push(tab);
      restored.push(...done.restored.map((key) => `${tab}.${key}`));
      if (isRecordTab(tab) && !done.isNew && made.includes(ledgerTitle(tab))) unknown.push(tab);
      if (isRecordTab(tab) && (done.isNew || done.restored.length > 0))
        refill(workbook, tab, done.restored, done.isNew);
      if (done.restored.length > 0) {
        SpreadsheetApp.flush();
        endReturn(workbook, tab);
      }
    });
  }
  return withLock(workbook, () => {
    rememberWorkbook(workbook, signatures);
    adopt(workbook, unknown);
    forgetPeople(workbook);
    firstRows(workbook, user);
    protectTabs(workbook);
    rememberRoles(workbook);
    return { created, restored, triggerOwner: installTriggers(workbook, user, options.takeOver), taken: [] };
  });
}

/** Whether set-up has been run on this workbook. */
export function isSetUp(workbook: Workbook): boolean {
  return workbook.findSheet('_Meta') !== null && workbook.findSheet('team') !== null;
}

function isRecordTab(tab: TabKey): tab is RecordTabKey {
  return tabs[tab].kind === 'record';
}

function rememberWorkbook(workbook: Workbook, signatures: { [tab: string]: Signature }): void {
  const known = readMeta(workbook, 'workbook') as { uuid?: string } | null;
  const values: { [key: string]: unknown } = {};
  if (JSON.stringify(readMeta(workbook, 'signatures')) !== JSON.stringify(signatures)) values.signatures = signatures;
  const copied = isCopy(workbook);
  if (!known?.uuid || copied) values.workbook = { uuid: workbook.uuid(), fileId: workbook.id, schemaVersion };
  if (copied) {
    turnAutomationOff(workbook);
    // The run that beat was another workbook's.
    values.heartbeat = null;
  }
  if (readMeta(workbook, 'highWater') === null) values.highWater = {};
  writeMeta(workbook, values);
}

/** The first admin and the default settings, where there are no rows yet. */
function firstRows(workbook: Workbook, user: string): void {
  const team = readPlainTable(workbook, 'team');
  if (team.rows.length === 0) {
    appendPlainRows(team, 'team', [{ email: user, name: nameFromEmail(user), role: 'admin', active: true }]);
  }
  const settings = readPlainTable(workbook, 'settings');
  if (settings.rows.length === 0) appendPlainRows(settings, 'settings', settingRows(defaultSettings));
  forgetPeople(workbook);
}

function protectTabs(workbook: Workbook): void {
  const admins = readTeam(workbook).members.flatMap((member) =>
    roleOf(member) === 'admin' && member.email ? [member.email] : [],
  );
  for (const [key, tab] of Object.entries(tabs)) {
    if ('protected' in tab && tab.protected) protectForAdmins(workbook.sheet(key as TabKey), admins);
  }
}

/** `ann.smith@example.com` → `Ann Smith`; people correct it in Team. */
function nameFromEmail(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || 'Admin';
}
