// The pipeline board's window.
import { mount } from '../app/mount';
import { BoardApp } from '../board/board-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';
import '../board/board.css';

mount(words.pipelineBoard, () => <BoardApp />);
