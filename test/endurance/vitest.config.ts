import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: import.meta.dirname,
  test: { include: ['*.long.ts'], testTimeout: 14_400_000, pool: 'forks', maxWorkers: 1 },
})
