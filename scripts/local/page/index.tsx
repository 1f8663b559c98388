// The page's entry.
import { render } from 'preact';
import { App } from './app';
import './styles/page.css';

const root = document.getElementById('app');
if (root) render(<App />, root);
