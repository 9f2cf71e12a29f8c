// Lays out and exports the issue of a folder over and over in one process; prints the times as JSON.
import { join } from 'node:path'
import * as Y from 'yjs'
import { createBackend } from '../../../src/backend/create-backend.ts'
import { facesOf, issueInput } from '../../../src/backend/layout/layout-service.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { createLayoutEngine } from '../../../src/layout/layout-engine.ts'
import type { Operation } from '../../../src/shared/api/operation.ts'
import { bodyName } from '../../../src/shared/article/article-document.ts'
import { type Block, textOf } from '../../../src/shared/article/content.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { measuredIssue } from '../issue-folder.ts'

const [folder = '', scratch = '', rounds = '10', keys = '60'] = process.argv.slice(2)
const backend = createBackend({ ...nodeEnvironment(), log: () => undefined }, { sending: false })
const call = async (operation: Operation, input: unknown): Promise<void> => {
  const result = await backend.call(operation.name, input, { person: 'editorInChief' })
  if (!result.ok) throw new Error(result.failure.what)
}
await call(workspaceApi.open, { folder })
const newsroom = backend.newsroom()
const issue = newsroom && (await newsroom.issues.get(measuredIssue(newsroom)))
if (!newsroom || !issue) throw new Error('нет номера')

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
const exportTo = (to: 'print' | 'web') => () =>
  call(exportApi.run, { issue: issue.serial, to, file: join(scratch, `${to}.pdf`), pages: null, draft: true, job: to })

const engine = createLayoutEngine(await facesOf(newsroom))
const input = await issueInput(newsroom, issue, Object.keys(issue.placements), issue.placements, 'current')
const first = await timed(() => engine.layOut(input))

const longestStory = () => {
  const size = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + textOf(block.content).length, 0)
  return [...input.stories].sort((a, b) => size(b.content.body) - size(a.content.body))[0]
}

/** The issue with one letter more in the middle of its longest story. */
const typed = (times: number): typeof input => {
  const longest = longestStory()
  return {
    ...input,
    stories: input.stories.map((story) => {
      if (story !== longest) return story
      const middle = Math.floor(story.content.body.length / 2)
      const body = story.content.body.map((block, at): Block => {
        const text = textOf(block.content)
        const half = Math.floor(text.length / 2)
        const written = `${text.slice(0, half)}${'а'.repeat(times % 12)}${times}${text.slice(half)}`
        return at === middle ? { ...block, content: [{ type: 'text', text: written }] } : block
      })
      return { ...story, content: { ...story.content, body } }
    }),
  }
}
const relaid: number[] = []
for (let key = 1; key <= Number(keys); key += 1) {
  const next = typed(key)
  relaid.push(await timed(() => engine.layOut(next)))
}
const again: number[] = []
const exported = { print: [] as number[], web: [] as number[] }
/** Types a letter in the middle of the longest story of the stored issue. */
const edit = async (letter: string): Promise<void> => {
  const longest = longestStory()
  await newsroom.articles.edit(longest?.id ?? '', (doc) => {
    const blocks = doc.getXmlFragment(bodyName).toArray()
    const block = blocks[Math.floor(blocks.length / 2)]
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined
    if (!(text instanceof Y.XmlText)) throw new Error('в материале нет текста')
    text.insert(Math.floor(text.length / 2), letter)
  })
}
for (const to of ['print', 'web'] as const) {
  await exportTo(to)()
  for (let round = 0; round < Number(rounds); round += 1) {
    const changed = typed(1000 + round)
    again.push(await timed(() => engine.layOut(changed)))
    exported[to].push(
      await timed(async () => {
        await edit('абвгдежзик'.charAt(round % 10))
        await exportTo(to)()
      }),
    )
  }
}
await backend.close()
console.log(JSON.stringify({ first, relaid, again, print: exported.print, web: exported.web }))
