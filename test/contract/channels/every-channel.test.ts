import { readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { channelKinds } from '../../../src/shared/publishing/channel.ts'

test('every kind of channel is held to the contract', async () => {
  // A file of its own for each, so that they run beside one another.
  const files = await readdir(import.meta.dirname)
  expect(files.sort()).toEqual(['every-channel.test.ts', ...channelKinds.map((kind) => `${kind}.test.ts`)].sort())
})
