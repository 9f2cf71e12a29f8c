import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['e2e/**', 'node_modules/**'],
    setupFiles: ['property-seed.ts'],
    // Generous: a loaded machine is slow, and that alone is no failure.
    testTimeout: 240_000,
    pool: 'forks',
    // More than the cores: the tests of crashes wait for processes and for the disk most of their time.
    maxWorkers: 3,
  },
})
