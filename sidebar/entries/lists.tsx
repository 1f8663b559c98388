// The window of saved lists.
import { mount } from '../app/mount';
import { ListsApp } from '../lists/lists-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';
import '../lists/lists.css';

mount(words.lists, () => <ListsApp />);
