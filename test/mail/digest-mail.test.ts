// The digest as a mail: what it says, that no text from a cell becomes anything but text, and how it looks in a browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../scripts/browser';
import type { Digest } from '../../src/domain/follow-ups';
import { digestMail } from '../../src/mail/digest';
import { dialled, itemsShown, mailable } from '../../src/mail/digest-words';
import { oneLine, safeLink } from '../../src/mail/message';
import { busyDigest, hostileDigests, hostileTexts, links } from './sample-digest';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const withTitle = (title: string): Digest => ({
  ...busyDigest,
  overdue: busyDigest.overdue.map((item) => ({ ...item, title })),
});

describe('a digest mail', () => {
  const mail = digestMail('ann@rowbook.example', 'Ann', busyDigest, links);

  it('counts what is due and names the first thing in its subject', () => {
    expect(mail.subject).toMatch(/^2 follow-ups today, 2 overdue: Ask whether/);
    expect(mail.subject.length).toBeLessThanOrEqual(100);
  });

  it('says the same in text and in HTML', () => {
    for (const words of [
      '5 days overdue',
      'today at 10:30',
      'tomorrow',
      'Fri 27 Nov',
      '+49 451 555 0142',
      'Noor van Dijk',
    ]) {
      expect(mail.text).toContain(words);
      expect(mail.html).toContain(words);
    }
    expect(mail.text).toContain('https://docs.google.com/spreadsheets/d/abc/edit#gid=5&range=A8');
    expect(mail.html).toContain('https://docs.google.com/spreadsheets/d/abc/edit#gid=5&amp;range=A8');
  });

  it('goes without links where no address is known', () => {
    const plain = digestMail('ann@rowbook.example', 'Ann', busyDigest, { workbook: null, row: () => null });
    expect(plain.html).not.toMatch(/href="http/);
    expect(plain.text).not.toContain('http');
  });

  it('links to web addresses only', () => {
    expect(safeLink('javascript:alert(1)')).toBeNull();
    expect(safeLink('https://x.example/"onclick="')).toBeNull();
    expect(safeLink('http://localhost:8790/#gid=1&range=A2')).not.toBeNull();
  });

  it('cuts long lists and stays far below the size limit of a mail', () => {
    const many: Digest = { ...busyDigest, overdue: Array.from({ length: 400 }, () => busyDigest.overdue).flat() };
    const long = digestMail('ann@rowbook.example', 'Ann', many, links);
    expect(long.text.split('\n* ').length - 1).toBe(itemsShown + 4);
    expect(long.text).toContain(`… and ${800 - itemsShown} more`);
    expect(long.html.length).toBeLessThan(150_000);
  });
});

describe('texts from cells', () => {
  it('stay on one line of the subject, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const { subject } = digestMail('a@b.example', title, withTitle(title), links);
        expect(subject).not.toMatch(control);
      }),
    );
    for (const title of hostileTexts) {
      expect(digestMail('a@b.example', title, withTitle(title), links).subject).not.toMatch(control);
    }
  });

  it('cannot fake a line of the plain text', () => {
    for (const digest of hostileDigests) {
      const lines = digestMail('a@b.example', 'x\n\nOVERDUE (9)', digest, links).text.split('\n');
      expect(lines.filter((line) => /^(Bcc|OVERDUE \(9\)|body)/.test(line))).toEqual([]);
      expect(lines.filter((line) => line.startsWith('* '))).toHaveLength(digest.overdue.length);
    }
  });

  it('become no markup: HTML from any title holds the same elements', () => {
    const shape = (html: string) => html.replace(/>[^<]*</g, '><').replace(/"[^"]*"/g, '""');
    const plain = shape(digestMail('a@b.example', 'x', withTitle('x'), links).html);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', 'script', ' ', 'on', '\n') }),
        (title) => {
          expect(shape(digestMail('a@b.example', 'x', withTitle(title), links).html)).toBe(plain);
        },
      ),
    );
  });

  it('keep their letters', () => {
    expect(oneLine(' Ünïcode \t\u{1F600}  名前 ')).toBe('Ünïcode \u{1F600} 名前');
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  /** `happened`: what a mail must not make happen, dialogs and requests, from its first moment on. */
  const show = async (html: string, width: number, dark: boolean): Promise<{ page: Page; happened: string[] }> => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: dark ? 'dark' : 'light' });
    const happened: string[] = [];
    page.on('dialog', (dialog) => {
      happened.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.route('**/*', (route) => {
      happened.push(`request ${route.request().url()}`);
      return route.abort();
    });
    await page.setContent(html);
    return { page, happened };
  };

  it.each([
    [360, false],
    [360, true],
    [700, false],
    [700, true],
  ])('it fits %i px and keeps its contrast (dark: %s)', async (width, dark) => {
    const { page } = await show(digestMail('a@b.example', 'Ann', busyDigest, links).html, width, dark);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      const axe = (
        window as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string }[] }> } }
      ).axe;
      const result = await axe.run({ runOnly: ['color-contrast', 'html-has-lang', 'document-title', 'link-name'] });
      return result.violations.map((violation) => violation.id);
    });
    expect(found).toEqual([]);
    await page.close();
  });

  it.each(hostileDigests.map((digest, part) => ({ part: part + 1, digest })))(
    'hostile texts run nothing, load nothing and add no element, part $part',
    async ({ digest }) => {
      const { html } = digestMail('a@b.example', '<b>Ann</b>', digest, links);
      const { page, happened } = await show(html, 360, false);
      const elements = await page.evaluate(() => ({
        risky: document.querySelectorAll('script, img, iframe, form, b').length,
        styles: document.querySelectorAll('style').length,
        targets: [...document.querySelectorAll('a')].map((link) => link.protocol),
        wide: document.documentElement.scrollWidth,
      }));
      expect(happened).toEqual([]);
      expect(elements.risky).toBe(0);
      expect(elements.styles).toBe(1);
      // A text that is a number or an address may be called or written to; nothing else becomes a link.
      const texts = digest.overdue.map(({ title }) => title);
      const calls = texts.some((text) => dialled(text) !== null) ? ['tel:'] : [];
      const letters = texts.some((text) => mailable(text) !== null) ? ['mailto:'] : [];
      expect(new Set(elements.targets)).toEqual(new Set(['https:', ...calls, ...letters]));
      expect(elements.wide).toBeLessThanOrEqual(360);
      await page.close();
    },
  );
});
