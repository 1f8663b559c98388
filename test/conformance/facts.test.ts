// Facts that APPS_SCRIPT.md marks unverified stand behind switches; each outcome can be chosen.
import { describe, expect, test } from 'vitest';
import type { RuntimeFacts } from '../../scripts/local/runtime/index';
import { owner, type Stage, stageScript } from './run-script';

async function under<T>(facts: Partial<RuntimeFacts>, code: string, work: (stage: Stage) => Promise<T>): Promise<T> {
  const stage = stageScript(code, { runtime: { facts } });
  try {
    return await work(stage);
  } finally {
    await stage.close();
  }
}

describe('switches of unverified facts', () => {
  test('5.1: an installed trigger knows people of its creator’s domain, or nobody else', async () => {
    const code = `
      function install() { ScriptApp.newTrigger('tell').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
      function tell() { console.log(Session.getActiveUser().getEmail()); }`;
    const told = (domainUsersKnown: boolean) =>
      under({ domainUsersKnown }, code, async (stage) => {
        await stage.call('install');
        await stage.runtime.fireChange({ user: 'member@example.com', changeType: 'OTHER' });
        await stage.runtime.fireChange({ user: owner, changeType: 'OTHER' });
        return stage.runtime.executions().flatMap(({ log }) => log);
      });
    expect(await told(true)).toEqual(['member@example.com', owner]);
    expect(await told(false)).toEqual(['', owner]);
  });

  test('4: a number written as a property', async () => {
    const code = `function put() { return PropertiesService.getScriptProperties().setProperty('n', 5).getProperty('n'); }`;
    expect(await under({ propertyNumbersAsJava: true }, code, (stage) => stage.call('put'))).toBe('5.0');
    expect(await under({ propertyNumbersAsJava: false }, code, (stage) => stage.call('put'))).toBe('5');
  });

  test('5.5: the document lock of a web app', async () => {
    const code = `
      function doGet() { return ContentService.createTextOutput(String(LockService.getDocumentLock() === null)); }
      function lock() { return LockService.getDocumentLock() === null; }`;
    const inWebApp = (documentLockInWebApp: boolean) =>
      under({ documentLockInWebApp }, code, (stage) => stage.callAs(owner, 'webApp', 'doGet'));
    expect(await inWebApp(true)).toMatchObject({ text: 'false' });
    expect(await inWebApp(false)).toMatchObject({ text: 'true' });
    expect(await under({ documentLockInWebApp: false }, code, (stage) => stage.call('lock'))).toBe(false);
  });
});

describe('the tab in front', () => {
  test('is where the edit or change happened, else the first visible one; a deleted one is forgotten', async () => {
    const code = `
      function install() { ScriptApp.newTrigger('tell').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
      function tell(e) { console.log(e.source.getActiveSheet().getName()); }
      function onEdit(e) { console.log(e.source.getActiveSheet().getName()); }
      function make() { return SpreadsheetApp.getActive().insertSheet('Deals').getSheetId(); }`;
    await under({}, code, async (stage) => {
      const sheetId = Number(await stage.call('make'));
      await stage.call('install');
      await stage.runtime.fireChange({ user: owner, changeType: 'OTHER', sheetId });
      await stage.runtime.fireChange({ user: owner, changeType: 'OTHER' });
      await stage.runtime.fireChange({ user: owner, changeType: 'REMOVE_GRID', sheetId: 12345 });
      await stage.runtime.fireEdit({ user: owner, sheetId, row: 1, column: 1, rows: 1, columns: 1 });
      expect(stage.runtime.executions().flatMap(({ log }) => log)).toEqual(['Deals', 'Sheet1', 'Sheet1', 'Deals']);
    });
  });
});

describe('executions that do not end as they should', () => {
  test('a promise that never settles ends with nothing, one that nobody awaits is in the log', async () => {
    const code = `
      function never() { return new Promise(() => {}); }
      function loose() { Promise.reject(new Error('dropped')); return 1; }
      function endless() { for (;;) {} }`;
    await under({}, code, async (stage) => {
      expect((await stage.call('never')) ?? null).toBe(null);
      expect(await stage.call('loose')).toBe(1);
    });
  });

  test('closing the stand-in ends what still runs', async () => {
    const stage = stageScript('function endless() { for (;;) {} }');
    const running = stage.call('endless').catch((error: Error) => error.message);
    await stage.close();
    expect(await running).toBe('The stand-in was closed');
  });
});
