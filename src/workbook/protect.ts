// Protections: admin tabs for admins, hidden tabs with a warning. Scripts run as the caller, so nothing that a member's own
// sidebar must write may be closed to members (DESIGN.md invariant 11).
import type { Sheet } from './api';

const adminOnly = 'Rowbook: only admins change this tab';
const warning = 'Rowbook keeps this tab itself';

/**
 * Closes a tab to everyone but these people and the one who runs this. Google gives a new protection the file's own editors,
 * so it takes effect only once they are removed (APPS_SCRIPT.md 2.3). Does nothing where it is done already.
 */
export function protectForAdmins(sheet: Sheet, admins: readonly string[]): void {
  if (isProtected(sheet, adminOnly)) return;
  const protection = sheet.protect().setDescription(adminOnly);
  protection.addEditor(Session.getEffectiveUser());
  protection.removeEditors(protection.getEditors());
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  if (admins.length > 0) protection.addEditors([...admins]);
}

/** Asks before a person edits a tab by hand; scripts are not asked. */
export function protectWithWarning(sheet: Sheet): void {
  if (isProtected(sheet, warning)) return;
  sheet.protect().setDescription(warning).setWarningOnly(true);
}

/** Whether a protection is the one that closes a tab to all but admins. */
export function isForAdmins(protection: GoogleAppsScript.Spreadsheet.Protection): boolean {
  return protection.getDescription() === adminOnly;
}

/** Takes Rowbook's own protections off a tab; those that people made stay (1 read). */
export function unprotect(sheet: Sheet): void {
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)) {
    if ([adminOnly, warning].includes(protection.getDescription())) protection.remove();
  }
}

function isProtected(sheet: Sheet, description: string): boolean {
  return sheet
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .some((protection) => protection.getDescription() === description);
}
