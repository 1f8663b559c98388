// What the descriptions of several routes share.
import { problemSchema } from './schemas';

export const problemAnswer = {
  description: 'What went wrong, as RFC 9457 says',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** The refusals that every route under /v1/workbooks/{id} may answer with. */
export const refusals = {
  401: problemAnswer,
  403: problemAnswer,
  404: problemAnswer,
  409: problemAnswer,
  422: problemAnswer,
  502: problemAnswer,
  503: problemAnswer,
  504: problemAnswer,
};
