import { defineConfig } from '@playwright/test'
import type { Runtime } from './desktop.ts'

export default defineConfig<object, { runtime: Runtime }>({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  workers: 1,
  // As on the web host: a second try is named and counted.
  retries: 1,
  fullyParallel: false,
  projects: [
    { name: 'stand-in', use: { runtime: 'stand-in' } },
    { name: 'electron', use: { runtime: 'electron' } },
  ],
})
