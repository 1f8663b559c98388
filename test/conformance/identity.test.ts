// APPS_SCRIPT.md 5: who runs, scopes, identity tokens.
import { describe, expect, test } from 'vitest';
import { usualFacts } from '../../scripts/local/unverified';
import { owner, scopes, stageScript } from './run-script';

describe('5.1 who runs', () => {
  const code = `
    function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
    function handleEdit() { console.log(who().join()); }
    function install() { ScriptApp.newTrigger('handleEdit').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`;

  test('a call from menu or sidebar runs as the person', async () => {
    const stage = stageScript(code);
    expect(await stage.callAs('member@example.com', 'client', 'who')).toEqual([
      'member@example.com',
      'member@example.com',
    ]);
    expect(await stage.callAs('member@example.com', 'menu', 'who')).toEqual([
      'member@example.com',
      'member@example.com',
    ]);
    await stage.close();
  });

  test('an installed trigger runs as its creator; someone of another domain stays unknown', async () => {
    const stage = stageScript(code);
    await stage.call('install');
    const edit = { sheetId: 0, row: 1, column: 1, rows: 1, columns: 1 };
    for (const user of ['member@example.com', 'someone@elsewhere.org', owner])
      await stage.runtime.fireEdit({ user, ...edit });
    const lines = stage.runtime.executions().flatMap(({ log }) => log);
    const member = usualFacts.domainUsersKnown ? 'member@example.com' : '';
    expect(lines).toEqual([`${member},${owner}`, `,${owner}`, `${owner},${owner}`]);
    await stage.close();
  });
});

describe('the language of an account', () => {
  const code = 'function language() { return Session.getActiveUserLocale(); }';

  // developers.google.com/apps-script/reference/base/session: "the language setting of the current user as a string, for example en".
  test.each([
    ['en', {}],
    ['de', { runtime: { language: 'de' } }],
  ])('is told as %s', async (language, options) => {
    const stage = stageScript(code, options);
    expect(await stage.callAs('member@example.com', 'menu', 'language')).toBe(language);
    await stage.close();
  });
});

describe('5.2 and 5.3 scopes', () => {
  const code = `
    function cells() { return SpreadsheetApp.getActive().getId(); }
    function byId() { return SpreadsheetApp.openById('local').getId(); }
    function mail() { MailApp.sendEmail('a@example.com', 's', 'b'); return 'ok'; }
    function fetch() { UrlFetchApp.fetch('https://example.invalid/'); }
    function triggers() { return ScriptApp.getProjectTriggers().length; }
    function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); return 'ok'; }
    function email() { return Session.getActiveUser().getEmail(); }
    function token() { return ScriptApp.getIdentityToken(); }`;

  test.each([
    ['cells', 'spreadsheets.currentonly'],
    ['mail', 'script.send_mail'],
    ['fetch', 'script.external_request'],
    ['triggers', 'script.scriptapp'],
    ['sidebar', 'script.container.ui'],
    ['email', 'userinfo.email'],
  ])('%s needs %s', async (name, scope) => {
    const without = scopes.filter((granted) => !granted.endsWith(scope));
    const stage = stageScript(code, { manifest: { oauthScopes: without } });
    await expect(stage.call(name)).rejects.toThrow(/^You do not have permission to call .*Required permissions: .*/);
    await expect(stage.call(name)).rejects.toThrow(scope);
    await stage.close();
  });

  test('openById needs the wide scope, spreadsheets.currentonly does not do', async () => {
    const stage = stageScript(code);
    await expect(stage.call('byId')).rejects.toThrow('https://www.googleapis.com/auth/spreadsheets');
    await stage.close();
    const wide = stageScript(code, { manifest: { oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'] } });
    expect(await wide.call('byId')).toBe('local');
    await wide.close();
  });

  test('5.4: the identity token is the effective user’s, and null without openid', async () => {
    const stage = stageScript(code);
    expect(await stage.call('token')).toBe(`token of ${owner}`);
    await stage.close();
    const without = stageScript(code, { manifest: { oauthScopes: scopes.filter((scope) => scope !== 'openid') } });
    expect(await without.call('token')).toBe(null);
    await without.close();
  });
});
