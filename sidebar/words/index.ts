// The words of the page's language: English here, and in each other page those of the file that the build puts in its place.
// For use as a whole, `import * as words`, so that a page carries the words that it says and no others.
export * from './en';
