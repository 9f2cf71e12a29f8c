import { cp, rename, rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { channelAdapters } from '../../../src/backend/publishing/channels/registry.ts'
import { channelKinds } from '../../../src/shared/publishing/channel.ts'
import { contradictions, drainOut, endure, newField, orderPieces } from '../../helpers/endurance.ts'
import { value } from '../../helpers/publishing.ts'

test('O40 100 pieces over all channels with faults and 10 kills: each out once or waiting for a person, none twice, none lost', async () => {
  const report = await endure({ seed: 20261125, pieces: 100, kills: 10, spread: 2 })
  expect(report).toMatchObject({ deliveries: 200, killed: 10, doubles: 0, contradictions: [] })
}, 600_000)

test('O9 O11 O12 every channel: a copy drained beside the original and yesterday’s folder put back send nothing twice', async () => {
  const field = await newField()
  const { folder } = field.place
  const first = await field.open()
  await orderPieces(first, 0, 2)
  await first.close()
  const [copy, backup] = [`${folder}-copy`, `${folder}-backup`]
  for (const path of [copy, backup]) await cp(folder, path, { recursive: true })

  const [original, other] = [await field.open(), await field.open(copy)]
  const [sent, none] = await Promise.all([original.drain(), other.drain()])
  // What people post by hand waits for them.
  const byHand = channelKinds.filter((kind) => channelAdapters[kind].carrier.kind === 'hand')
  expect([sent, none]).toEqual([2 * (channelKinds.length - byHand.length), 0])
  await original.close()
  await other.close()

  await rm(folder, { recursive: true })
  await rename(backup, folder)
  const restored = await field.open()
  expect(await restored.drain()).toBe(0)
  expect(value(await restored.handlers.outbox({}, { person: 'chief' })).paused).toContain('старше')
  // Taken over, what can be asked about is found, and the rest waits for a person.
  value(await restored.handlers.takeOver({}, { person: 'chief' }))
  await drainOut(field, restored)
  expect(await contradictions(field, restored)).toEqual([])
  expect(field.doubles()).toBe(0)
  await restored.close()
}, 120_000)
