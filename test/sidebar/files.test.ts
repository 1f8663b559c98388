// What the build makes of the panels: self-contained, small, and asking for nothing.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inProject } from '../../scripts/build/files';

const parts = ['sidebar', 'board', 'import', 'lists', 'report', 'settings', 'signature', 'told'];

describe.each(parts.flatMap((name) => [name, `${name}_de`]))('%s.html', (name) => {
  const html = readFileSync(inProject(`dist/addon/${name}.html`), 'utf8');

  it('is at most 200 KB', () => {
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
