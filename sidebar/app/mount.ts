// Puts a panel into its page.
import { type ComponentChild, render } from 'preact';
import { loadTold } from '../told';
import * as words from '../words';
import { keepFocus } from './keep-focus';

/** `view` makes the panel; it is given the element that the panel fills. */
export function mount(title: string, view: (root: HTMLElement) => ComponentChild): void {
  document.title = title;
  const root = document.getElementById('app');
  if (!root) return;
  const paint = () => render(view(root), root);
  keepFocus();
  paint();
  if (words.language === 'en') return;
  // After what the panel asks first. Painted once more, since the server's sentences have been English until then.
  setTimeout(() => void loadTold().then(paint));
}
