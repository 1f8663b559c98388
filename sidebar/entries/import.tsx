// The import dialog's page.
import { render } from 'preact';
import { ImportApp } from '../import/import-app';
import '../ui/styles.css';
import '../ui/wide.css';

document.title = 'Import from a tab';
const root = document.getElementById('app');
if (root) render(<ImportApp />, root);
