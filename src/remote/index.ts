// The cloud function, as the rest of the add-on knows it.
export {
  askFunction,
  type FunctionAnswer,
  type FunctionRequest,
  functionAddress,
} from './function-client';
export { functionNotices, noteOpinion } from './function-notice';
export { type RemoteOpinion, validateRemotely } from './validate-remotely';
