// APPS_SCRIPT.md 1.3: google.script.run, pages, menus, dialogs.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { owner, type Stage, stageScript } from './run-script';

describe('1.3 google.script.run', () => {
  let stage: Stage;
  beforeAll(() => {
    stage = stageScript(`
      function echo(value) { return value; }
      function dated() { return { rows: [1, { at: new Date() }] }; }
      function numbers() { return [1, NaN, Infinity, undefined, -0]; }
      function nothing() {}
      function deed() { return () => 1; }
      function failing() { class OddError extends Error {} const error = new OddError('Not so'); error.code = 7; throw error; }
      function textual() { throw 'just text'; }
      function slow() { Utilities.sleep(30); return 1; }
    `);
  });
  afterAll(() => stage.close());

  test.each([
    ['Date', new Date()],
    ['Date inside', { when: [new Date()] }],
    ['function', () => 1],
    ['Map', new Map()],
  ])('an argument that is or holds a %s is refused', async (_name, value) => {
    await expect(stage.call('echo', value)).rejects.toThrow('Failed due to illegal value in property');
  });

  test('a circular argument is refused', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(stage.call('echo', circle)).rejects.toThrow('Failed due to illegal value');
  });

  test('plain JSON crosses as a copy; undefined in arrays becomes null', async () => {
    expect(await stage.call('echo', { a: [1, undefined, 'x', null, true] })).toEqual({ a: [1, null, 'x', null, true] });
  });

  test('a result that holds a Date is null as a whole', async () => {
    expect(
      (await stage.runtime.run({ function: 'dated', args: [], user: owner, source: 'client' })).result ?? null,
    ).toBe(null);
  });

  test('NaN, Infinity and undefined become null', async () => {
    expect(await stage.call('numbers')).toEqual([1, null, null, null, 0]);
  });

  test('nothing returned, or a function, is null', async () => {
    expect((await stage.call('nothing')) ?? null).toBe(null);
    expect((await stage.call('deed')) ?? null).toBe(null);
  });

  test('of an error only name and message reach the client', async () => {
    const { error } = await stage.runtime.run({ function: 'failing', args: [], user: owner, source: 'client' });
    expect(error).toEqual({ name: 'Error', message: 'Not so' });
    await expect(stage.call('textual')).rejects.toThrow('just text');
  });

  test('the log of executions keeps where an error came from', async () => {
    await stage.call('failing').catch(() => undefined);
    const entry = stage.runtime.executions().at(-1);
    expect(entry?.status).toBe('failed');
    expect(entry?.log.join('\n')).toContain('failing');
  });

  test('of one client at most ten calls run at once', async () => {
    let most = 0;
    const stop = stage.runtime.onEvent(() => {
      const running = stage.runtime.executions().filter(({ status }) => status === 'running').length;
      most = Math.max(most, running);
    });
    await Promise.all(Array.from({ length: 14 }, () => stage.call('slow')));
    stop();
    expect(most).toBe(10);
  });
});

describe('1.3 pages, menus, dialogs', () => {
  let stage: Stage;
  beforeAll(() => {
    stage = stageScript(
      `
      function onOpen() {
        SpreadsheetApp.getUi().createMenu('Rowbook').addItem('Open', 'show').addSeparator()
          .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Ask', 'ask')).addToUi();
        SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'show').addToUi();
      }
      function show() {
        SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('panel').setTitle('Panel'));
        const page = HtmlService.createTemplateFromFile('template');
        page.name = '<Ann>';
        page.raw = '<b>';
        SpreadsheetApp.getUi().showModalDialog(page.evaluate().setWidth(300).setHeight(200), 'Title');
        SpreadsheetApp.getActive().toast('Saved', 'Rowbook', 3);
      }
      function ask() {
        const lock = LockService.getDocumentLock();
        lock.waitLock(10);
        const answer = SpreadsheetApp.getUi().alert('Sure?', 'Really sure?', SpreadsheetApp.getUi().ButtonSet.YES_NO);
        return answer === SpreadsheetApp.getUi().Button.YES;
      }
      function missing() { return HtmlService.createTemplateFromFile('none'); }
      function background() { return SpreadsheetApp.getUi(); }
      function doGet(e) {
        return HtmlService.createHtmlOutput('<p>' + e.parameter.id).setTitle('Page').addMetaTag('viewport', 'width=device-width');
      }
      function json() { return ContentService.createTextOutput('{}').setMimeType(ContentService.MimeType.JSON); }
    `,
      {
        html: {
          panel: '<p>panel</p>',
          template: '<? for (let i = 0; i < 2; i++) { ?><i><?= name ?></i><? } ?><?!= raw ?>',
        },
      },
    );
  });
  afterAll(() => stage.close());

  test('onOpen’s menus come with their items, separators and submenus', async () => {
    expect(await stage.runtime.open(owner)).toEqual([
      {
        caption: 'Rowbook',
        function: null,
        items: [
          { caption: 'Open', function: 'show' },
          { caption: '', function: null },
          { caption: 'More', function: null, items: [{ caption: 'Ask', function: 'ask' }] },
        ],
      },
      { caption: 'Rowbook', function: null, items: [{ caption: 'Open', function: 'show' }] },
    ]);
  });

  test('sidebar, dialog and toast are in the outcome, scriptlets run and escape', async () => {
    const { ui } = await stage.runtime.run({ function: 'show', args: [], user: owner, source: 'menu' });
    expect(ui).toEqual([
      { kind: 'sidebar', title: 'Panel', html: '<p>panel</p>' },
      {
        kind: 'dialog',
        title: 'Title',
        html: '<i>&lt;Ann&gt;</i><i>&lt;Ann&gt;</i><b>',
        width: 300,
        height: 200,
        modal: true,
      },
      { kind: 'toast', title: 'Rowbook', message: 'Saved', seconds: 3 },
    ]);
  });

  test('an alert is answered by its first button', async () => {
    expect(await stage.callAs(owner, 'menu', 'ask')).toBe(true);
  });

  test('a template of a file that is not there throws', async () => {
    await expect(stage.call('missing')).rejects.toThrow('No HTML file named none was found.');
  });

  test('getUi does not work where no document is open', async () => {
    await expect(stage.callAs(owner, 'timeTrigger', 'background')).rejects.toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('5.5: a web app answers with its page or its text', async () => {
    expect(await stage.callAs(owner, 'webApp', 'doGet', { parameter: { id: '7' }, queryString: 'id=7' })).toEqual({
      kind: 'html',
      title: 'Page',
      html: '<p>7',
      meta: [{ name: 'viewport', content: 'width=device-width' }],
    });
    expect(await stage.callAs(owner, 'webApp', 'json')).toEqual({ kind: 'text', mimeType: 'JSON', text: '{}' });
  });
});
