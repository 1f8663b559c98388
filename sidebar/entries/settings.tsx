// The window of settings.
import { mount } from '../app/mount';
import { SettingsApp } from '../settings/settings-app';
import * as words from '../words';
import '../ui/styles.css';
import '../ui/wide.css';

mount(words.settings, () => <SettingsApp />);
