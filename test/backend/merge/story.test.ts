import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../src/shared/article/api.ts'
import { bodyName, openSuggestions, requireTextVersion } from '../../../src/shared/article/article-document.ts'
import { plainText } from '../../../src/shared/article/content.ts'
import { lostApi } from '../../../src/shared/article/lost/api.ts'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle } from '../../../src/shared/article/suggestion/settle.ts'
import { suggestionVersion, textSchema } from '../../../src/shared/article/text-schema.ts'
import { mergeApi } from '../../../src/shared/merge/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import type { Role } from '../../../src/shared/workflow/states.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

const letter = join(import.meta.dirname, '../import/documents/19 как пишет Word.docx')

/** Edits the text of an article in a window of a person's own. */
const write = async (
  { must }: TestNewsroom,
  id: string,
  person: string,
  change: (tr: Transform, doc: Y.Doc) => void,
): Promise<void> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id }, person)).state, 'base64'))
  const before = Y.encodeStateVector(doc)
  const fragment = doc.getXmlFragment(bodyName)
  const { doc: body, meta } = initProseMirrorDoc(fragment, textSchema)
  const tr = new Transform(body)
  doc.transact(() => {
    change(tr, doc)
    updateYFragment(doc, fragment, tr.doc, meta)
  })
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await must(articleApi.change, { id, update, origin: person }, person)
}

/** Where the first block with some text in it begins, and how long the text is. */
const firstText = (tr: Transform): { readonly at: number; readonly text: string; readonly behind: number } => {
  let found: { at: number; text: string; behind: number } | null = null
  tr.doc.forEach((node, offset) => {
    if (found === null && node.textContent.length > 15)
      found = { at: offset + 1, text: node.textContent, behind: offset + node.nodeSize }
  })
  if (found === null) throw new Error('в письме нет длинного абзаца')
  return found
}

test('J33 a stringer’s letter becomes «вычитан» by three people on two copies: each word and each suggestion is accounted for', async () => {
  const newsroom = await newNewsroom()
  const { must, folder: office } = newsroom
  const hire = async (name: string, role: Role) => (await must(staffApi.add, { name, roles: [role] })).id
  const [reporter, editor, proofreader] = [
    await hire('Корреспондент', 'reporter'),
    await hire('Редактор', 'sectionEditor'),
    await hire('Корректор', 'proofreader'),
  ]
  const [taken] = await must(articleApi.import, { paths: [letter], rubric: null, job: 'letter' }, editor)
  const id = taken?.article ?? ''
  const words = (await must(articleApi.read, { id })).content
  await must(workspaceApi.close, {})
  const laptop = `${office}-laptop`
  await cp(office, laptop, { recursive: true, preserveTimestamps: true })

  // On the way: the reporter adds a sentence, and a paragraph of their own.
  await must(workspaceApi.open, { folder: laptop })
  await write(newsroom, id, reporter, (tr) => {
    const { at, text, behind } = firstText(tr)
    tr.insert(behind, textSchema.node('paragraph', null, textSchema.text('Дополнение от корреспондента.')))
    tr.insert(at + text.length, textSchema.text(' Слова из поездки.'))
  })
  await must(workspaceApi.close, {})

  // In the office: the editor suggests, in the same paragraph.
  await must(workspaceApi.open, { folder: office })
  await write(newsroom, id, editor, (tr, doc) => {
    const { at } = firstText(tr)
    const direct = new Transform(tr.doc).insert(at, textSchema.text('Редактор предлагает. '))
    proposeSteps(tr, direct.steps, { person: editor, now: () => 5, newId: () => 'начало' })
    requireTextVersion(doc, suggestionVersion)
  })
  await must(workspaceApi.close, {})

  const report = await must(mergeApi.accept, { folder: office, other: laptop })
  expect(report.collided).toMatchObject([{ kind: 'article', name: words.headline, wins: 'both' }])
  expect(report.lost).toEqual([])
  await must(mergeApi.accept, { folder: laptop, other: office })

  await must(workspaceApi.open, { folder: office })
  const merged = plainText((await must(articleApi.read, { id })).content)
  for (const said of ['Слова из поездки.', 'Дополнение от корреспондента.']) expect(merged).toContain(said)
  for (const paragraph of plainText(words).split('\n\n')) expect(merged).toContain(paragraph)
  expect(await must(lostApi.list, { article: id })).toEqual([])
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
  expect(openSuggestions(doc)).toMatchObject([{ person: editor, inserted: 'Редактор предлагает. ' }])

  await write(newsroom, id, editor, (tr) => {
    settle(tr, 'accept', () => true)
  })
  await must(workflowApi.act, { action: 'edit', articles: [id] }, editor)
  await must(workflowApi.act, { action: 'proofread', articles: [id] }, proofreader)
  const { summary, content } = await must(articleApi.read, { id })
  expect(summary.status).toBe('proofread')
  expect(plainText(content)).toContain('Редактор предлагает. ')
})
