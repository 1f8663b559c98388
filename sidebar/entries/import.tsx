// The import dialog's page.
import { mount } from '../app/mount';
import { ImportApp } from '../import/import-app';
import '../ui/styles.css';
import '../ui/wide.css';

mount('Import from a tab', () => <ImportApp />);
