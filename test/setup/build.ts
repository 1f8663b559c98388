// Builds what the tests drive (the add-on, the function, the stand-in's worker and page) and sees to it that there is a browser.

import { findChromium } from '../../scripts/browser';
import { buildAll } from '../../scripts/build';

export default async function setup(): Promise<void> {
  await buildAll();
  try {
    findChromium();
  } catch (error) {
    // The tests that need it will fail with the same line; all others can run.
    console.error(error instanceof Error ? error.message : error);
  }
}
