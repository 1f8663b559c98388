// The window of settings.
import { render } from 'preact';
import { SettingsApp } from '../settings/settings-app';
import '../ui/styles.css';
import '../ui/wide.css';

document.title = 'Settings';
const root = document.getElementById('app');
if (root) render(<SettingsApp />, root);
