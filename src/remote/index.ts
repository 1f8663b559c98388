// The cloud function, as the rest of the add-on knows it.
export { askFunction, type FunctionAnswer, type FunctionRequest } from './function-client';
export { functionNews, functionNotices, knownFunction, rememberFunction } from './function-memory';
export { type RemoteOpinion, validateRemotely } from './validate-remotely';
