// The window of saved lists.
import { mount } from '../app/mount';
import { ListsApp } from '../lists/lists-app';
import '../ui/styles.css';
import '../ui/wide.css';
import '../lists/lists.css';

mount('Lists', () => <ListsApp />);
