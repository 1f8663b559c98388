// What goes wrong between a person (or program) and the local server, said in one sentence.

/** A start that cannot happen (bad flag, missing file, busy port): the message is all that is printed. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** A request that cannot be answered; `status` is the HTTP status, `message` the sentence in the JSON answer. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415,
    message: string,
  ) {
    super(message);
  }
}

/** The `{error}` part of every failed answer of the local server. */
export function errorBody(error: unknown): { error: { name: string; message: string } } {
  if (error instanceof Error) return { error: { name: error.name, message: error.message } };
  return { error: { name: 'Error', message: String(error) } };
}
