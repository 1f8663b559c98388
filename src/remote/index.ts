// The cloud function, as the rest of the add-on knows it.
export {
  askFunction,
  type FunctionAnswer,
  type FunctionRequest,
  functionAddress,
  functionNotice,
} from './function-client';
export { type RemoteOpinion, validateRemotely } from './validate-remotely';
