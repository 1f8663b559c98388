// The pipeline board's window.
import { mount } from '../app/mount';
import { BoardApp } from '../board/board-app';
import '../ui/styles.css';
import '../ui/wide.css';
import '../board/board.css';

mount('Pipeline board', () => <BoardApp />);
