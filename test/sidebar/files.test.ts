// What the build makes of the panels: self-contained, small, and asking for nothing.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translations } from '../../scripts/build/addon';
import { inProject } from '../../scripts/build/files';

const languages = await translations();
const parts = [
  'sidebar',
  'board',
  'duplicates',
  'import',
  'lists',
  'report',
  'settings',
  'export',
  'signature',
  'told',
];

const pages = parts.flatMap((name) => [name, ...languages.map((language) => `${name}_${language}`)]);

describe.each(pages)('%s.html', (name) => {
  const html = readFileSync(inProject(`dist/addon/${name}.html`), 'utf8');

  it('is at most 200 KiB', () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(200 * 1024);
  });

  it('loads nothing from anywhere', () => {
    expect(html).not.toMatch(/<(script|img|iframe|link)[^>]+(src|href)=/i);
    expect(html).not.toMatch(/@import|url\(\s*['"]?(https?:)?\/\//i);
    expect(html).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/);
  });

  it('knows what other programs call a field where columns are matched, and nowhere else', () => {
    expect(/synonyms|given name/.test(html)).toBe(name.startsWith('import'));
  });

  it('never writes text as markup', () => {
    expect(html).not.toMatch(/insertAdjacentHTML|document\.write|outerHTML/);
  });
});
