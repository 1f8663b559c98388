// The window of saved lists.
import { render } from 'preact';
import { ListsApp } from '../lists/lists-app';
import '../ui/styles.css';
import '../ui/wide.css';
import '../lists/lists.css';

document.title = 'Lists';
const root = document.getElementById('app');
if (root) render(<ListsApp />, root);
