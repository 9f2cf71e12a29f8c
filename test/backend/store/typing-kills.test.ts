import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDocument } from '../../../src/backend/store/document.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { openSpoilt, writeJournal } from '../../helpers/spoilt-journals.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { killWhileTyping, seeded } from '../../helpers/typing-kills.ts'

const seed = 20261123

test('S2 S5 20 kills while typing: every word that was acknowledged is there', async () => {
  const root = await temporaryFolder()
  const random = seeded(seed)
  // Documents side by side: most of a kill is the start of a process.
  const folders = Array.from({ length: 4 }, (_, at) => join(root, String(at)))
  for (const folder of folders) await mkdir(folder)
  for (let round = 0; round < 5; round += 1)
    await Promise.all(
      folders.map(async (folder) => {
        const [edits, grace] = [1 + Math.floor(random() * 40), random() < 0.5 ? 'atOnce' : 'nextTurn'] as const
        const told = await killWhileTyping(folder, '', edits, grace, 'journal')
        const stored = await openDocument({ files: diskFiles, base: join(folder, 'article'), readOnly: true, derive: () => null })
        expect(stored.doc.getText('deck').length).toBeGreaterThanOrEqual(told)
        await stored.close()
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
