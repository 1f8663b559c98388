// Calls on a tab's one filter. It hides rows from people; scripts read them all the same (APPS_SCRIPT.md 2.1).
import { ServiceError } from '../errors';
import type { Handlers } from '../host';

type FilterCall = `Filter.${'get' | 'create' | 'set'}`;

export const filterCalls: Handlers<FilterCall> = {
  'Filter.get': ({ execution }, sheetId) => execution.session.extras(sheetId).filter,
  'Filter.create': ({ execution }, rect) => {
    if (execution.session.extras(rect.sheetId).filter) {
      throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
    }
    execution.session.setFilter(rect.sheetId, { rect, criteria: [] });
    return null;
  },
  'Filter.set': ({ execution }, sheetId, criteria) => {
    const { filter } = execution.session.extras(sheetId);
    if (!filter) throw new ServiceError('The filter does not exist.');
    execution.session.setFilter(sheetId, criteria && { ...filter, criteria });
    return null;
  },
};
