import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSpoilt, writeJournal } from '../../helpers/spoilt-journals.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { killWhileTyping, seeded, typedLength } from '../../helpers/typing-kills.ts'

const seed = 20261123

test('S2 S5 20 kills while typing: every word that was acknowledged is there', async () => {
  const root = await temporaryFolder()
  const random = seeded(seed)
  // Four newsrooms side by side: most of a kill is the start of a process.
  const rooms = Array.from({ length: 4 }, (_, at) => ({ folder: join(root, `newsroom-${at}`), home: join(root, `home-${at}`) }))
  for (let round = 0; round < 5; round += 1)
    await Promise.all(
      rooms.map(async ({ folder, home }) => {
        const told = await killWhileTyping(folder, home, 1 + Math.floor(random() * 20), random() < 0.5 ? 'atOnce' : 'nextTurn')
        expect((await typedLength(folder, home)).length).toBeGreaterThanOrEqual(told)
      }),
    )
})

test('S6 100 truncations and bit flips of a journal: nothing acknowledged before them is lost, the rest is told', async () => {
  const random = seeded(seed)
  const written = await writeJournal(30, 10, random)
  for (let round = 0; round < 100; round += 1) {
    const how = round % 2 === 0 ? ('truncated' as const) : ('flipped' as const)
    const at = Math.floor(random() * written.journal.length * (how === 'flipped' ? 8 : 1))
    expect(await openSpoilt(written, { how, at }), `${how} ${at}`).not.toMatchObject({ kind: 'wrong' })
  }
})
