// Reading a pasted signature, as a part of the sidebar that comes only when somebody pastes one: a tenth of the page is not loaded
// by all others.
import { readSignature } from '../../src/domain/signature';

Object.assign(window, { rowbookSignature: { readSignature } });
