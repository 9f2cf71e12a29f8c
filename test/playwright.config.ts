import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-results',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // A file at a time in each of two windows: each has newsrooms, programs and a browser of its own.
  workers: 2,
  // A click is sometimes never acknowledged by a starved Chromium; a test that needed its second try is named and counted.
  retries: 1,
  fullyParallel: false,
  use: {
    locale: 'ru-RU',
    // A colour on its way to another is no colour to measure.
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--force-color-profile=srgb',
      ],
    },
  },
})
