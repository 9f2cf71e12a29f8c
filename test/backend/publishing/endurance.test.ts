import { expect, test } from 'vitest'
import { endure } from '../../helpers/endurance.ts'

test('O40 100 pieces over all channels with faults and 10 kills: each out once or waiting for a person, none twice, none lost', async () => {
  const report = await endure({ seed: 20261125, pieces: 100, kills: 10, spread: 2 })
  expect(report).toMatchObject({ deliveries: 200, killed: 10, doubles: 0, contradictions: [] })
}, 600_000)
