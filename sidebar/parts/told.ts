// What puts the server's sentences into the language of the page, as a part that comes after the page has been painted.
import { fillings, label, served } from '../words';
import { translator } from '../words/translator';

Object.assign(window, { rowbookTold: translator(served, fillings, label) });
