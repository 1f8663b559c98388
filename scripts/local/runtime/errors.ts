// How the stand-in's services fail.

/** What a script sees as an `Exception` with this message, Google's wording. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
}

/** How an execution ends that has run too long; no script can catch it. */
export const timeLimitMessage = 'Exceeded maximum execution time';
