// Promises of the project's own files: scopes, lock file, no address or secret where none belongs.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellBudgetDocs } from '../../scripts/build/cell-budget';
import { root } from '../../scripts/build/files';
import { withReportDocs } from '../../scripts/build/report-docs';
import { schemaDocs } from '../../scripts/build/schema-docs';

const text = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the manifest', () => {
  const manifest = JSON.parse(text('appsscript.json'));

  it('asks for the least scopes and no wider one', () => {
    expect(manifest.oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.send_mail',
      'https://www.googleapis.com/auth/script.scriptapp',
      'https://www.googleapis.com/auth/script.external_request',
      'https://www.googleapis.com/auth/userinfo.email',
      'openid',
    ]);
  });

  it('runs the web app as whoever opens it, and opens it to nobody outside of the domain', () => {
    expect(manifest.webapp).toEqual({ executeAs: 'USER_ACCESSING', access: 'DOMAIN' });
  });

  it('explains each scope in the README', () => {
    for (const scope of manifest.oauthScopes)
      expect(text('README.md')).toContain(scope.replace('https://www.googleapis.com/auth/', ''));
  });
});

describe('the repository', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).trim().split('\n');

  it('keeps no download address in the lock file', () => {
    expect(text('package-lock.json')).not.toContain('"resolved": "http');
  });

  it('keeps what is built and what is private out', () => {
    expect(
      tracked.filter((file) => /^(dist|node_modules|\.rowbook)\/|\.(clasp|function)\.local\.json$|\.db$/.test(file)),
    ).toEqual([]);
  });

  it('commits .clasp.json without a script id, pointing at the built add-on', () => {
    expect(JSON.parse(text('.clasp.json'))).toEqual({ scriptId: '', rootDir: 'dist/addon' });
  });
});

describe('the README', () => {
  it('defines the report’s figures as the code does', () => {
    expect(text('README.md')).toBe(withReportDocs(text('README.md')));
  });
});

describe('docs/cell-budget.md', () => {
  it('is what the schema and the add-on’s grids come to', () => {
    expect(text('docs/cell-budget.md')).toBe(cellBudgetDocs());
  });
});

describe('docs/schema.md', () => {
  it('says what the schema says', () => {
    expect(text('docs/schema.md')).toBe(schemaDocs());
  });
});
