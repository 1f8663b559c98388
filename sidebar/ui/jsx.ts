// What the build turns JSX into; nothing imports this by itself.
export { Fragment, h } from 'preact';
