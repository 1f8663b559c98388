// A panel's server that is the compiled add-on itself, over a workbook in the stand-in: nothing is made up but what a test puts in between.
import type { World } from '../workbook/world';
import type { Server } from './harness';

/** What a panel of this person calls. `failing`: names of functions that fail; `calls`: every call in order. */
export interface WorldServer {
  functions: Server;
  failing: Set<string>;
  calls: [string, unknown][];
}

const names = [
  'start',
  'findRecords',
  'getRecord',
  'saveRecord',
  'saveRecords',
  'deleteRecord',
  'undoChangeSet',
  'recordRows',
  'adminRows',
  'removeRowbook',
  'mergeRecords',
  'notDuplicates',
];

export function worldServer(world: World, user: string): WorldServer {
  const server: WorldServer = { functions: {}, failing: new Set(), calls: [] };
  for (const name of names) {
    server.functions[name] = async (input: never) => {
      server.calls.push([name, input]);
      if (server.failing.has(name)) throw new Error('NetworkError: HTTP 0');
      const { result, error } = await world.run(name, input, user);
      if (error) throw new Error(error.message);
      return result;
    };
  }
  return server;
}
