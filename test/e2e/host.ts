import { test as base } from '@playwright/test'
import { createDesk, type Desk } from './desk.ts'

export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its parameters.
  desk: async ({}, use) => {
    const desk = await createDesk()
    await use(desk)
    await desk.clear()
  },
})

export { expect } from '@playwright/test'
