/** A reason why nothing was pushed, in words for the person at the terminal. */
export class PushError extends Error {}
