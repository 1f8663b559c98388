// Builds what the tests drive: the add-on, the function, the stand-in's worker and page.
import { buildAll } from '../../scripts/build';

export default async function setup(): Promise<void> {
  await buildAll();
}
