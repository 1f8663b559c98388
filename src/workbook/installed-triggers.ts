// The triggers a workbook has: one hourly, one for edits, one for changes, all of one person. Triggers run as, and are seen
// by, their creator only, so the owner's address is kept in the document's properties (APPS_SCRIPT.md 7.2).
import type { Workbook } from './api';

const ownerProperty = 'rowbook.triggerOwner';

/** Whose triggers run here; '' when nobody's. */
export function triggerOwner(): string {
  return PropertiesService.getDocumentProperties()?.getProperty(ownerProperty) ?? '';
}

/**
 * Installs what is missing for this person, unless they run as somebody else already. Under the lock. Answers the owner.
 * `takeOver` is for when that somebody has left: the old triggers stop with their account.
 */
export function installTriggers(workbook: Workbook, user: string, takeOver = false): string {
  const owner = triggerOwner();
  if (owner !== '' && owner !== user && !takeOver) return owner;
  const installed = new Set(ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction()));
  if (!installed.has('hourly')) ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create();
  if (!installed.has('handleEdit')) {
    ScriptApp.newTrigger('handleEdit').forSpreadsheet(workbook.spreadsheet).onEdit().create();
  }
  if (!installed.has('handleChange')) {
    ScriptApp.newTrigger('handleChange').forSpreadsheet(workbook.spreadsheet).onChange().create();
  }
  if (owner !== user) PropertiesService.getDocumentProperties()?.setProperty(ownerProperty, user);
  return user;
}

/** Removes the triggers, where they are this person's; answers whose are left ('' nobody's). Under the lock. */
export function removeTriggers(user: string): string {
  const owner = triggerOwner();
  if (owner !== '' && owner !== user) return owner;
  for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);
  PropertiesService.getDocumentProperties()?.deleteProperty(ownerProperty);
  return '';
}
