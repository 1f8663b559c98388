// A workbook of its own for each test of a window over the compiled add-on; all are closed at the end.
import { afterAll, beforeEach } from 'vitest';
import { forgetPrepared, openWorld, type World } from '../workbook/world';

/** Somebody in Team, for windows that admins see otherwise. */
export const rep = 'rep@example.com';

/** Answers the present test's workbook. `withRep`: Rita stands in its Team. */
export function useFreshWorld({ withRep }: { withRep: boolean }): () => World {
  const worlds: World[] = [];
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    worlds.push(world);
    if (withRep) await world.type('Team', 3, 'Email', [[rep, 'Rita', 'rep']]);
  });
  afterAll(async () => {
    for (const one of worlds) await one.close();
    forgetPrepared();
  });
  return () => world;
}
