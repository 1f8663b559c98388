// The pipeline board's window.
import { render } from 'preact';
import { BoardApp } from '../board/board-app';
import '../ui/styles.css';
import '../ui/wide.css';
import '../board/board.css';

document.title = 'Pipeline board';
const root = document.getElementById('app');
if (root) render(<BoardApp />, root);
