import { defineConfig } from 'vitest/config'

/** Tests that open a store, a server or a browser: minutes, not seconds, on a slow machine. */
const SLOW = ['src/**/*journey*.test.ts', 'src/record/**/*.test.ts', 'src/serve/**/*.test.ts']

// One project for the quick ones and one for the slow, so that a hanging unit test is still found within seconds.
export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'quick', include: ['src/**/*.test.{ts,tsx}'], exclude: SLOW, testTimeout: 20_000 } },
      { extends: true, test: { name: 'slow', include: SLOW, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
})
