// The window of settings.
import { mount } from '../app/mount';
import { SettingsApp } from '../settings/settings-app';
import '../ui/styles.css';
import '../ui/wide.css';

mount('Settings', () => <SettingsApp />);
