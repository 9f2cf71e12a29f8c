import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    pool: 'forks',
    // More than the cores: the tests of crashes wait for processes and for the disk most of their time.
    maxWorkers: 3,
  },
})
