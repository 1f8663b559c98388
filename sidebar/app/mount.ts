// Puts a panel into its page.
import { type ComponentChild, render } from 'preact';
import { loadTold } from '../told';
import * as words from '../words';

/** `view` makes the panel; it is given the element that the panel fills. */
export function mount(title: string, view: (root: HTMLElement) => ComponentChild): void {
  document.title = title;
  const root = document.getElementById('app');
  if (!root) return;
  const paint = () => render(view(root), root);
  paint();
  // Painted once more, so that what was said in English meanwhile is said in the page's language.
  if (words.language !== 'en') void loadTold().then(paint);
}
