import { test as base } from '@playwright/test'
import { createDesk, type Desk } from './desk.ts'

const withDesk = async (use: (desk: Desk) => Promise<void>): Promise<void> => {
  const desk = await createDesk()
  await use(desk)
  await desk.clear()
}

/** `laptop` is another computer: with a home of its own. */
export const test = base.extend<{ desk: Desk; laptop: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from its parameters.
  desk: async ({}, use) => withDesk(use),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  laptop: async ({}, use) => withDesk(use),
})

export { expect } from '@playwright/test'
