import { defineConfig } from 'vitest/config';

// `--mode flipped`: the stand-in with the other outcome of every unverified switch (scripts/local/unverified.ts).
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    // The built add-on, function and stand-in are what most tests drive: they are built once, before all.
    globalSetup: ['test/setup/build.ts'],
    setupFiles: ['test/setup/fast-check.ts'],
    // Apps Script runs in the manifest's zone (APPS_SCRIPT.md 1.1), so this process does too.
    env: { TZ: 'Etc/UTC', ...(mode === 'flipped' ? { ROWBOOK_FLIPPED: '1' } : {}) },
    pool: 'forks',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ['default', './test/setup/closing-line.ts'],
  },
}));
