// Two hundred kills while typing, a thousand spoilt journals: `npm run test:endurance`.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSpoilt, type SpoiltOutcome, writeJournal } from '../helpers/spoilt-journals.ts'
import { killWhileTyping, seeded, typedLength } from '../helpers/typing-kills.ts'

const seed = Number.parseInt(process.env.ENDURANCE_SEED ?? '20261123', 10)
const kills = 200
const spoilings = 1000

test('S2 S5 200 kills while typing: no acknowledged word is lost', async () => {
  const random = seeded(seed)
  const root = await mkdtemp(join(tmpdir(), 'newsroom-kills-'))
  const home = join(root, 'home')
  let acknowledged = 0
  let kept = 0
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      // A text of a few hundred thousand letters is begun anew: from then on a kill would only wait for its opening.
      const folder = join(root, `newsroom-${Math.floor(kill / 25)}`)
      const told = await killWhileTyping(folder, home, 1 + Math.floor(random() * 60), random() < 0.5 ? 'atOnce' : 'nextTurn')
      const { length } = await typedLength(folder, home)
      expect(length, `kill ${kill + 1}, seed ${seed}`).toBeGreaterThanOrEqual(told)
      acknowledged += told
      kept += length
    }
  } finally {
    await rm(root, { recursive: true, force: true })
  }
  console.log({ seed, kills, acknowledgedLetters: acknowledged, keptLetters: kept, lost: 0 })
})

test('S6 1000 truncations and bit flips of journals: what is whole is read, the rest is told', async () => {
  const random = seeded(seed)
  const totals = { truncated: 0, flipped: 0, whole: 0, shortened: 0, told: 0 }
  const wrong: string[] = []
  let spoilt = 0
  while (spoilt < spoilings) {
    const written = await writeJournal(30, 10, random)
    for (let round = 0; round < 100 && spoilt < spoilings; round += 1, spoilt += 1) {
      const how = random() < 0.5 ? ('truncated' as const) : ('flipped' as const)
      const at = Math.floor(random() * written.journal.length * (how === 'flipped' ? 8 : 1))
      const outcome: SpoiltOutcome = await openSpoilt(written, { how, at })
      totals[how] += 1
      if (outcome.kind === 'wrong') wrong.push(`${how} ${at}: ${outcome.why}`)
      else {
        totals[outcome.kind] += 1
        if (outcome.told) totals.told += 1
      }
    }
  }
  console.log({ seed, spoilings, ...totals, wrong })
  expect(wrong).toEqual([])
})
