// One writer at a time: the document lock, with pending writes flushed before it is let go (APPS_SCRIPT.md 7.4).
import { forgetStates } from './absent-columns';
import type { Workbook } from './api';
import { WorkbookError } from './errors';
import { forgetMeta } from './meta';

/** Between two steps of long work, in milliseconds: time for whoever waits for the lock to get it. */
const pauseMs = 250;

/** How long a person waits for others' saves, in milliseconds. */
const waitMs = 20_000;

const held = new WeakSet<Workbook>();

/** Leaves the lock to others for a moment. Not while holding it. */
export function pause(): void {
  Utilities.sleep(pauseMs);
}

/**
 * Runs `work` under the document lock; inside it, calling again just runs. Throws WorkbookError `busy` when others hold the
 * lock for too long, `no-lock` where there is none (APPS_SCRIPT.md 5.5).
 */
export function withLock<T>(workbook: Workbook, work: () => T): T {
  if (held.has(workbook)) return work();
  const lock = LockService.getDocumentLock();
  if (!lock) throw new WorkbookError('no-lock', 'Rowbook cannot lock this workbook here, so nothing was saved.');
  if (!lock.tryLock(waitMs)) {
    throw new WorkbookError('busy', 'Others are saving right now. Nothing was saved; try again in a moment.');
  }
  held.add(workbook);
  // What was read before the lock may be old.
  forgetMeta(workbook);
  forgetStates(workbook);
  try {
    return work();
  } finally {
    held.delete(workbook);
    try {
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}
