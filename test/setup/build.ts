// Builds what the tests drive: the add-on, the function, the stand-in's worker and page.
import { buildAll } from '../../scripts/build';

export default async function setup(): Promise<void> {
  for (const part of ['addon', 'function', 'local']) {
    await buildAll({}, [part]).catch((error: Error) =>
      console.warn(`${part} not built: ${error.message.slice(0, 300)}`),
    );
  }
}
