// How well a record's name fits the words that somebody typed to find it.
import { fold } from './text';

/**
 * 5 for the name itself, 4 when the name begins with the words, 3 when each begins a word of the name, 2 when each stands
 * somewhere in it, else 1. `words` are folded, as `fold` gives them.
 */
export function nameFit(name: string, words: readonly string[]): number {
  const folded = fold(name);
  const query = words.join(' ');
  if (folded === query) return 5;
  if (folded.startsWith(query)) return 4;
  const parts = folded.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 3;
  return words.every((word) => folded.includes(word)) ? 2 : 1;
}
