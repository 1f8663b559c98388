// By which way a change came in.
import * as words from '../words';

/** Words for what History says under How. */
export const hows: { readonly [how: string]: string } = {
  sidebar: words.bySidebar,
  grid: words.byTyping,
  'grid, against role': words.byTypingAgainstRole,
  import: words.byImport,
  undo: words.byUndo,
  hourly: words.byHourlyRun,
  'hand-over': words.byHandingOver,
  merge: words.byMerging,
  mail: words.byMail,
  'set-up': words.bySetUp,
};
