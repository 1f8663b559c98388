// The window of duplicates.
import { mount } from '../app/mount';
import { DuplicatesApp } from '../duplicates/duplicates-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';
import '../duplicates/duplicates.css';

mount(words.duplicates, () => <DuplicatesApp />);
