// Entry points of the grid's triggers. Errors end here: nobody looks at a trigger's screen, and the hourly compare comes anyway.
import { rememberFunction } from '../remote';
import { isSetUp, leaveToCompare, openWorkbook, tabOfSheet, takeChange, takeEdit, triggerOwner } from '../workbook';

type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;
type ChangeEvent = GoogleAppsScript.Events.SheetsOnChange;

/** Google kills an installable trigger after six minutes, a simple one after 30 seconds; this leaves room for a last step. */
const installedMs = 4 * 60_000;
const simpleMs = 15_000;

/** The installable trigger: runs as its creator, whoever edits. */
export function onInstalledEdit(event: EditEvent): void {
  takeIn(event, installedMs);
}

function takeIn(event: EditEvent, timeMs: number): void {
  const startedMs = Date.now();
  const work = () => {
    const workbook = openWorkbook();
    if (!isSetUp(workbook)) return;
    const { rowStart, rowEnd, columnStart, columnEnd } = event.range as EditEvent['range'] & Corners;
    const sheet = event.range.getSheet();
    if (tabOfSheet(sheet) === 'settings') rememberFunction(workbook);
    const edit = {
      sheet,
      firstRow: rowStart,
      lastRow: rowEnd,
      firstColumn: columnStart,
      lastColumn: columnEnd,
      ...(event.value === undefined ? {} : { value: String(event.value) }),
      ...(event.oldValue === undefined ? {} : { oldValue: String(event.oldValue) }),
    };
    takeEdit(workbook, edit, () => Date.now() - startedMs < timeMs);
  };
  attempt('edit', work, () => missed(() => event.range.getSheet()));
}

/** The simple trigger: does the same where the installable one is not there (a copied workbook has none). */
export function onSimpleEdit(event: EditEvent): void {
  attempt('edit', () => {
    if (triggerOwner() === '') takeIn(event, simpleMs);
  });
}

/** The installable trigger of changes that no edit event tells of: rows, columns and tabs, other programs. Never throws. */
export function onInstalledChange(event: ChangeEvent): void {
  const work = () => {
    const workbook = openWorkbook();
    if (isSetUp(workbook)) takeChange(workbook, event.changeType);
  };
  attempt('change', work, () => missed());
}

/** Raw corners of an edited range, without a service call (APPS_SCRIPT.md 3.3). */
interface Corners {
  readonly rowStart: number;
  readonly rowEnd: number;
  readonly columnStart: number;
  readonly columnEnd: number;
}

/** What Google told of once, and nobody took in: the next hourly run looks for it. */
function missed(sheetOf?: () => GoogleAppsScript.Spreadsheet.Sheet): void {
  const workbook = openWorkbook();
  if (isSetUp(workbook)) leaveToCompare(workbook, sheetOf?.());
}

function attempt(name: string, work: () => void, otherwise?: () => void): void {
  try {
    work();
  } catch (error) {
    console.error(`Rowbook, ${name}: ${String((error as { message?: unknown } | null)?.message ?? error)}`);
    if (otherwise) attempt(`${name} left to the hourly run`, otherwise);
  }
}
