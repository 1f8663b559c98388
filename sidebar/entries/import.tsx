// The import dialog's page.
import { mount } from '../app/mount';
import { ImportApp } from '../import/import-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';
import '../import/import.css';

mount(words.importList, () => <ImportApp />);
