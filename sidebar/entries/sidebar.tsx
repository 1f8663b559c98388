// The sidebar's page, beside the sheet and on a phone.
import { render } from 'preact';
import { Shell } from '../app/shell';
import '../ui/styles.css';

document.title = 'Rowbook';
const root = document.getElementById('app');
// Only the web app says which record its link names: blank for none.
const link = root?.dataset.record;
document.documentElement.classList.toggle('phone', link !== undefined);
if (root) render(<Shell link={link} />, root);
