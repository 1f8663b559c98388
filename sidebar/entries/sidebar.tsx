// The sidebar's page.
import { render } from 'preact';
import { Shell } from '../app/shell';
import '../ui/styles.css';

document.title = 'Rowbook';
const root = document.getElementById('app');
if (root) render(<Shell />, root);
