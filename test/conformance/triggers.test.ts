// APPS_SCRIPT.md 3: simple and installable triggers, event objects, time triggers, authorisation modes.
import { afterEach, describe, expect, test } from 'vitest';
import { usualFacts } from '../../scripts/local/unverified';
import { owner, type ScriptOptions, type Stage, stageScript, startOfTests } from './run-script';

const hourMs = 3_600_000;
const member = 'member@example.com';
const stranger = 'stranger@elsewhere.org';

let stage: Stage;
afterEach(() => stage.close());

function staged(code: string, options?: ScriptOptions): Stage {
  stage = stageScript(code, options);
  return stage;
}

/** What the triggers of the stage have written into script properties. */
function seen(): { [key: string]: unknown } {
  const entries = stage.engine.store('properties:script').entries();
  return Object.fromEntries(entries.map(([key, value]) => [key, JSON.parse(value)]));
}

const record = `
  function describe(e) {
    const plain = {};
    for (const key of Object.keys(e)) {
      const value = e[key];
      if (key === 'range') {
        plain.range = value.getA1Notation();
        plain.raw = [value.rowStart, value.rowEnd, value.columnStart, value.columnEnd].join();
      } else if (key === 'source') plain.source = value.getId();
      else if (key === 'user') plain.user = value.getEmail();
      else if (key === 'authMode') plain.authMode = value.toString();
      else plain[key] = value;
    }
    return plain;
  }
  function note(key, e) {
    PropertiesService.getScriptProperties().setProperty(key, JSON.stringify({
      ...describe(e), active: Session.getActiveUser().getEmail(), effective: Session.getEffectiveUser().getEmail() }));
  }
  function onEdit(e) { note('simple', e); }
  function handleEdit(e) { note('installed', e); }
  function handleChange(e) { note('change', e); }
  function handleOpen(e) { note('installedOpen', e); }
  function onOpen(e) { if (String(e.authMode) !== 'NONE') note('open', e); SpreadsheetApp.getUi().createAddonMenu().addItem('Go', 'go').addToUi(); }
  function install() {
    const ss = SpreadsheetApp.getActive();
    ScriptApp.newTrigger('handleEdit').forSpreadsheet(ss).onEdit().create();
    ScriptApp.newTrigger('handleChange').forSpreadsheet(ss).onChange().create();
    ScriptApp.newTrigger('handleOpen').forSpreadsheet(ss).onOpen().create();
  }`;

/** Of the creator's domain: who that is, a script learns or not (5.1, unverified). */
const known = usualFacts.domainUsersKnown ? member : '';

const cell = { sheetId: 0, row: 2, column: 3, rows: 1, columns: 1 };

describe('3.3 event objects', () => {
  test('an edit of one cell: exact fields, simple and installed', async () => {
    staged(record);
    cell.sheetId = stage.engine.session('').sheets()[0]?.sheetId ?? 0;
    await stage.call('install');
    await stage.runtime.fireEdit({ user: member, ...cell, value: 'new', oldValue: 'old' });
    const common = { source: 'local', range: 'C2', raw: '2,2,3,3', value: 'new', oldValue: 'old' };
    expect(seen().simple).toEqual({ ...common, authMode: 'LIMITED', user: '', active: '', effective: '' });
    expect(seen().installed).toEqual({
      ...common,
      authMode: 'FULL',
      user: known,
      triggerUid: expect.any(String),
      active: known,
      effective: owner,
    });
  });

  test('an edit of a block has neither value nor oldValue; a cell that was blank has no oldValue', async () => {
    staged(record);
    await stage.runtime.fireEdit({ user: member, ...cell, rows: 2, value: 'x', oldValue: 'y' });
    expect(Object.keys(seen().simple as object)).not.toContain('value');
    expect(seen().simple).toMatchObject({ range: 'C2:C3', raw: '2,3,3,3' });
    await stage.runtime.fireEdit({ user: member, ...cell, value: 'x' });
    expect(Object.keys(seen().simple as object)).toContain('value');
    expect(Object.keys(seen().simple as object)).not.toContain('oldValue');
  });

  test('a change goes to installed triggers only and has no range', async () => {
    staged(record);
    await stage.call('install');
    await stage.runtime.fireChange({ user: member, changeType: 'REMOVE_ROW' });
    expect(seen()).toEqual({
      change: {
        authMode: 'FULL',
        changeType: 'REMOVE_ROW',
        source: 'local',
        user: known,
        triggerUid: expect.any(String),
        active: known,
        effective: owner,
      },
    });
  });

  test('opening runs the simple and the installed function', async () => {
    staged(record);
    await stage.call('install');
    await stage.runtime.open(member);
    expect(seen().open).toMatchObject({ authMode: 'LIMITED', source: 'local', user: '' });
    expect(seen().installedOpen).toMatchObject({ authMode: 'FULL', triggerUid: expect.any(String) });
  });

  test('a time trigger’s fields are in UTC, Monday is 1', async () => {
    staged(`${record}
      function later() { ScriptApp.newTrigger('tick').timeBased().after(60000).create(); }
      function tick(e) { note('tick', e); }`);
    await stage.call('later');
    await stage.runtime.setClock({ advanceMs: 10 * 60_000 });
    expect(seen().tick).toEqual({
      authMode: 'FULL',
      triggerUid: expect.any(String),
      year: 2026,
      month: 10,
      'day-of-month': 19,
      'day-of-week': 1,
      'week-of-year': 43,
      hour: 10,
      minute: 1,
      second: 0,
      timezone: 'UTC',
      active: owner,
      effective: owner,
    });
  });

  test('what a script writes fires nothing', async () => {
    staged(`${record}
      function write() { SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x'); }`);
    await stage.call('install');
    await stage.call('write');
    expect(seen()).toEqual({});
  });
});

describe('3.2 installable triggers', () => {
  test('they belong to whoever made them: others neither see nor delete them, and both fire', async () => {
    staged(`${record}
      function list() { return ScriptApp.getProjectTriggers().map((one) => [one.getHandlerFunction(), one.getEventType().toString(), one.getTriggerSource().toString()]); }
      function twice() { ScriptApp.newTrigger('count').timeBased().everyHours(1).create(); }
      function count() {
        const store = PropertiesService.getScriptProperties();
        store.setProperty('runs', String(Number(store.getProperty('runs') || 0) + 1));
      }
      function clear() { for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger); }`);
    await stage.call('twice');
    await stage.callAs(member, 'client', 'twice');
    expect(await stage.callAs(member, 'client', 'list')).toEqual([['count', 'CLOCK', 'CLOCK']]);
    await stage.runtime.setClock({ advanceMs: hourMs });
    expect(seen().runs).toBe(2);
    await stage.callAs(member, 'client', 'clear');
    expect(await stage.callAs(member, 'client', 'list')).toEqual([]);
    expect(await stage.call('list')).toHaveLength(1);
  });

  test('creating does not look for duplicates; twenty per person is the limit', async () => {
    staged(`function one() { ScriptApp.newTrigger('x').timeBased().everyHours(1).create(); }
      function many() { for (let i = 0; i < 21; i++) one(); }`);
    await expect(stage.call('many')).rejects.toThrow('This script has too many triggers.');
  });

  test('an hourly trigger fires once every hour, at one minute of its own, at its own due time', async () => {
    staged(`
      function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function tick() { SpreadsheetApp.getActive().getSheets()[0].appendRow([Utilities.formatDate(new Date(), 'Etc/UTC', "yyyy-MM-dd'T'HH:mm")]); }
      function times() { return SpreadsheetApp.getActive().getSheets()[0].getDataRange().getDisplayValues().map((row) => row[0]); }
      function plain() { SpreadsheetApp.getActive().getSheets()[0].getRange('A:A').setNumberFormat('@'); }`);
    await stage.call('plain');
    await stage.call('install');
    await stage.runtime.setClock({ now: startOfTests + 26 * hourMs });
    expect(stage.runtime.now()).toBe(startOfTests + 26 * hourMs);
    const times = (await stage.call('times')) as string[];
    expect(times.length).toBe(26);
    expect(new Set(times.map((time) => time.slice(0, 13))).size).toBe(26);
    const minutes = times.map((time) => Number(time.slice(14)));
    expect(Math.max(...minutes) - Math.min(...minutes)).toBeLessThanOrEqual(1);
  });

  test('daily at an hour fires within that hour of the zone named, also across a change of clocks', async () => {
    staged(`
      function install() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(9).inTimezone('Europe/Berlin').create(); }
      function tick() { console.log(Utilities.formatDate(new Date(), 'Europe/Berlin', 'MM-dd HH')); }
      function noFrequency() { ScriptApp.newTrigger('tick').timeBased().atHour(9).create(); }
      function wrongZone() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).inTimezone('Mars/Base').create(); }`);
    await stage.call('install');
    await stage.runtime.setClock({ now: Date.UTC(2026, 9, 27, 12) });
    const hours = stage.runtime.executions().flatMap(({ log }) => log);
    expect(hours).toEqual(
      ['10-20', '10-21', '10-22', '10-23', '10-24', '10-25', '10-26', '10-27'].map((day) => `${day} 09`),
    );
    await expect(stage.call('noFrequency')).rejects.toThrow('frequency');
    await expect(stage.call('wrongZone')).rejects.toThrow('timezone');
  });

  test('a one-off trigger fires once, and stays listed until it is deleted', async () => {
    staged(`
      function install() { ScriptApp.newTrigger('tick').timeBased().after(1000).create(); }
      function tick() {}
      function left() { return ScriptApp.getProjectTriggers().length; }`);
    await stage.call('install');
    await stage.runtime.setClock({ advanceMs: 5 * hourMs });
    expect(stage.runtime.executions().filter((entry) => entry.function === 'tick')).toHaveLength(1);
    expect(await stage.call('left')).toBe(1);
  });

  test('turning the clock back fires nothing, and the trigger goes on from there', async () => {
    staged(`
      function install() { ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
      function tick() {}`);
    await stage.call('install');
    await stage.runtime.setClock({ now: startOfTests - 48 * hourMs });
    expect(stage.runtime.executions()).toHaveLength(1);
    await stage.runtime.setClock({ advanceMs: 3 * hourMs });
    expect(stage.runtime.executions()).toHaveLength(4);
  });

  test('a trigger whose function is gone fails in the log and stops nothing', async () => {
    staged(`function install() { ScriptApp.newTrigger('gone').timeBased().everyHours(1).create(); }`);
    await stage.call('install');
    await stage.runtime.setClock({ advanceMs: hourMs });
    expect(stage.runtime.executions().at(-1)).toMatchObject({
      status: 'failed',
      error: 'Exception: Script function not found: gone',
    });
  });

  test('the triggers of one person run 90 minutes a day at most', async () => {
    staged(`
      function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(5).create(); }
      function tick() { LockService.getScriptLock().tryLock(300000); }`);
    await stage.call('install');
    for (let run = 0; run < 20; run++) {
      stage.runtime.setFaults({ lockHeldMs: 300_000 });
      await stage.runtime.setClock({ advanceMs: 5 * 60_000 });
    }
    expect(stage.runtime.executions().at(-1)?.error).toBe(
      'Exception: Service using too much computer time for one day',
    );
  });
});

describe('3.1 and 3.5 what simple triggers may', () => {
  const code = `
    function onEdit() {
      const attempts = {
        mail: () => MailApp.sendEmail('a@example.com', 's', 'b'),
        fetch: () => UrlFetchApp.fetch('https://example.com/'),
        trigger: () => ScriptApp.newTrigger('x').timeBased().everyHours(1).create(),
        sidebar: () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')),
        cells: () => SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x'),
        properties: () => PropertiesService.getDocumentProperties().setProperty('a', 'b'),
        lock: () => LockService.getDocumentLock().tryLock(0),
        cache: () => CacheService.getDocumentCache().put('a', 'b'),
        token: () => ScriptApp.getIdentityToken() + Session.getActiveUser().getEmail() + Session.getEffectiveUser().getEmail(),
      };
      for (const name of Object.keys(attempts)) {
        try { console.log(name + ': ' + (name === 'token' ? attempts[name]() : (attempts[name](), 'ok'))); }
        catch (error) { console.log(name + ': ' + error.message); }
      }
    }
    function onOpen(e) {
      SpreadsheetApp.getUi().createAddonMenu().addItem('Set up', 'setUp').addToUi();
      if (e.authMode == ScriptApp.AuthMode.NONE) { console.log(Object.keys(e).join()); PropertiesService.getDocumentProperties(); }
      if (e.authMode == ScriptApp.AuthMode.NONE) SpreadsheetApp.getActive();
    }`;

  test('mail, fetching, triggers and panels are refused in Google’s words, the file is open', async () => {
    staged(code);
    await stage.runtime.fireEdit({ user: owner, ...cell });
    const scope = 'https://www.googleapis.com/auth/';
    expect(stage.runtime.executions()[0]?.log).toEqual([
      `mail: You do not have permission to call MailApp.sendEmail. Required permissions: ${scope}script.send_mail`,
      `fetch: You do not have permission to call UrlFetchApp.fetch. Required permissions: ${scope}script.external_request`,
      `trigger: You do not have permission to call TriggerBuilder.create. Required permissions: ${scope}script.scriptapp`,
      `sidebar: You do not have permission to call Ui.showSidebar. Required permissions: ${scope}script.container.ui`,
      'cells: ok',
      'properties: ok',
      'lock: ok',
      'cache: ok',
      'token: null',
    ]);
  });

  test('in AuthMode.NONE there is a menu and nothing else', async () => {
    staged(code);
    expect(await stage.runtime.open(stranger, 'NONE')).toHaveLength(1);
    const [entry] = stage.runtime.executions();
    expect(entry?.log[0]).toBe('authMode');
    expect(entry?.error).toContain('You do not have permission to call SpreadsheetApp.getActive');
  });
});
