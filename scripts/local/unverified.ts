// How the stand-in behaves where Google's documentation does not say: the likelier outcome of each switch, or, with
// ROWBOOK_FLIPPED=1 in the environment (`npm run test:flipped`), the other one of every switch at once.
import type { Switches } from './engine/types';
import type { RuntimeFacts } from './runtime/types';

const flipped = process.env.ROWBOOK_FLIPPED === '1';

/** The engine's switches, for whoever names none. */
export const usualSwitches: Switches = {
  textFormatTakesFormula: !flipped,
  doubleApostropheKeepsOne: !flipped,
  textFormatKeepsTyped: !flipped,
  blankCheckboxReadsFalse: flipped,
};

/** The runtime's, for whoever names none. */
export const usualFacts: RuntimeFacts = {
  domainUsersKnown: !flipped,
  propertyNumbersAsJava: !flipped,
  documentLockInWebApp: !flipped,
};
