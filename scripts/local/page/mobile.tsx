// The web app as a phone's browser shows it: one frame of another origin that fills the window, and no grid beside it.
import { render } from 'preact';
import { PanelFrame } from './panel-frame';

const nothing = () => {};
const root = document.getElementById('app');
const { frame = '', user = '' } = root?.dataset ?? {};
const page = (
  <PanelFrame frame={frame} title={document.title} user={user} onUi={nothing} onClose={nothing} onFocusGrid={nothing} />
);
if (root) render(page, root);
