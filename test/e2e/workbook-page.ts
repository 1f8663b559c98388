// The local workbook's page as a person uses it: menus, tabs, cells, sidebar, clock, inbox. Only what can be seen.
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

export class WorkbookPage {
  private constructor(
    readonly page: Page,
    /** What went wrong in the browser: exceptions and errors written to the console. */
    readonly errors: string[],
  ) {}

  /** Opens the page in a window of its own, as one person. */
  static async open(browser: Browser, url: string, user?: string): Promise<WorkbookPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 820 }, locale: 'en-GB' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(user ? `${url}/?user=${encodeURIComponent(user)}` : url);
    await page.getByTestId('addon-menu').waitFor();
    return new WorkbookPage(page, errors);
  }

  /** Chooses from the add-on's menu. */
  async menu(item: string): Promise<void> {
    await this.page.getByTestId('addon-menu').click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Waits until no menu function runs. */
  async idle(): Promise<void> {
    await this.page.getByTestId('working').waitFor({ state: 'detached', timeout: 90_000 });
  }

  async showTab(title: string): Promise<void> {
    await this.page.getByTestId('tabs').getByRole('tab', { name: title, exact: true }).click();
    await this.page.locator(`[data-testid=grid][data-tab="${title}"] .tabulator-row`).first().waitFor();
  }

  get tabTitles(): Promise<string[]> {
    return this.page.getByTestId('tabs').getByRole('tab').allTextContents();
  }

  /** A cell by its row number and the header above it. */
  async cell(row: number, header: string): Promise<Locator> {
    const head = this.page.locator('.head-cell').getByText(header, { exact: true });
    const column = await head.getAttribute('data-column');
    return this.page.locator(`.tabulator-row[data-n="${row}"] [tabulator-field="c${column}"]`);
  }

  /** Waits until a cell shows this text. */
  async seesCell(row: number, header: string, text: string | RegExp): Promise<void> {
    const cell = await this.cell(row, header);
    await eventually(() => cell.textContent()).toMatch(text);
  }

  /** `item`: what the menu calls it in the account's language. */
  async openSidebar(item = 'Open sidebar'): Promise<FrameLocator> {
    await this.menu(item);
    // What is still being read moves all below it, also away from under a click.
    await this.sidebar.locator('main button').first().waitFor();
    await this.sidebar.locator('.ghost').first().waitFor({ state: 'detached' });
    return this.sidebar;
  }

  get sidebar(): FrameLocator {
    return this.page.getByTestId('sidebar').frameLocator('iframe');
  }

  get dialog(): FrameLocator {
    return this.page.getByTestId('addon-dialog').frameLocator('iframe');
  }

  async moveClock(choice: string): Promise<void> {
    const clock = this.page.getByTestId('clock');
    const before = await clock.getAttribute('data-now');
    await clock.click();
    await this.page.getByRole('menuitem', { name: choice }).click();
    await eventually(() => clock.getAttribute('data-now'), 60_000).not.toBe(before);
    await this.idle();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** The input of a form with exactly this label; required ones carry a star. */
export function field(form: FrameLocator, label: string): Locator {
  return form.getByLabel(new RegExp(`^${label}( \\*)?$`));
}
