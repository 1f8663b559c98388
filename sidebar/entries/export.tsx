// The window for taking the data along, and for leaving.
import { mount } from '../app/mount';
import { ExportApp } from '../export/export-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';

mount(words.exportAndLeave, () => <ExportApp />);
