// A thousand pieces to every channel, a hundred kills: `npm run test:endurance`.
import { expect, test } from 'vitest'
import { endure } from '../helpers/endurance.ts'

test('O40 1000 pieces to every channel with faults and 100 kills', async () => {
  const ordeal = { seed: 20261125, pieces: 1000, kills: 100 }
  console.log(ordeal)
  const report = await endure(ordeal, (line) => console.log(line))
  console.log(report)
  expect(report).toMatchObject({
    deliveries: ordeal.pieces * report.channels.length,
    killed: ordeal.kills,
    doubles: 0,
    contradictions: [],
  })
})
