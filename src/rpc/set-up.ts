// Setting a workbook up, from the menu or the sidebar.
import { roleOf } from '../domain/people';
import { rememberFunction } from '../remote';
import { guardRoles, isSetUp, openWorkbook, readTeam, setUp } from '../workbook';
import { callerEmail } from './caller';
import { CallError, notAllowed } from './reply';

/** Whoever runs it first becomes the first admin; afterwards only admins may. Throws `title-taken`, `not-allowed`. */
export function setUpHere(): { created: string[]; notices: string[] } {
  const workbook = openWorkbook();
  const user = callerEmail();
  if (isSetUp(workbook)) {
    // An admin by a role that was typed while Team stood open is none.
    guardRoles(workbook);
    const { members, member } = readTeam(workbook);
    const own = member(user);
    if (members.length > 0 && (!own || roleOf(own) !== 'admin')) {
      throw notAllowed('Only admins may run “Set up this workbook” on a workbook in use.');
    }
  }
  const result = setUp(workbook, user);
  if (result.taken.length > 0) {
    const titles = result.taken.map((title) => `“${title}”`).join(', ');
    throw new CallError(
      'title-taken',
      `Rowbook needs tabs of its own named ${titles}. Rename yours (right-click the tab), choose Rowbook → Set up this workbook again, then import from them. Nothing was changed.`,
    );
  }
  rememberFunction(workbook);
  const notices = result.restored.map((field) => `The column ${field} was missing and is back.`);
  if (result.triggerOwner !== user) notices.push(`Reminders go out through the account of ${result.triggerOwner}.`);
  return { created: [...result.created], notices };
}
