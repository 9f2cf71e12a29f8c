import { cp, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../src/shared/article/api.ts'
import { bodyName, requireTextVersion } from '../../../src/shared/article/article-document.ts'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle } from '../../../src/shared/article/suggestion/settle.ts'
import { suggestionVersion, textSchema } from '../../../src/shared/article/text-schema.ts'
import { commentApi } from '../../../src/shared/comment/api.ts'
import { mergeApi } from '../../../src/shared/merge/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import type { Role } from '../../../src/shared/workflow/states.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { sayings } from '../../helpers/folder-sayings.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'
import { stringerLetter as letter, stringerDocument } from '../../helpers/stringer-letter.ts'
import { accountOf, allWords, without, wordsOf } from '../../helpers/word-account.ts'

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

/** The block of a text that says this: where it begins, where its words end, and where the block ends. */
const blockWith = ({ doc }: Transform, words: string) => {
  const starts: number[] = []
  doc.forEach((node, offset) => {
    if (node.textContent.includes(words)) starts.push(offset)
  })
  const [from] = starts
  if (from === undefined) throw new Error(`в письме нет слов «${words}»`)
  const behind = from + (doc.nodeAt(from)?.nodeSize ?? 0)
  return { from, start: from + 1, end: behind - 1, behind }
}

/** Suggests words at a place, as an editor in suggesting mode does. */
const suggest = (tr: Transform, at: number, words: string, person: string): void => {
  const direct = new Transform(tr.doc).insert(at, textSchema.text(words))
  proposeSteps(tr, direct.steps, { person, now: () => 5, newId: () => words })
}

/** What people write on the two copies. */
const added = {
  reporter: [' Слова из поездки.', 'Дополнение от корреспондента.'],
  editor: { lead: 'Вчера ', ferry: 'вместе с причалом ' },
  proofreader: 'Проверить имена.',
} as const

test('J33 a stringer’s letter becomes «вычитан» by three people on two copies: each word and each suggestion is accounted for', async () => {
  const newsroom = await newNewsroom()
  const { must, folder: office } = newsroom
  const hire = async (name: string, role: Role) => (await must(staffApi.add, { name, roles: [role] })).id
  const [reporter, editor, proofreader] = [
    await hire('Корреспондент', 'reporter'),
    await hire('Редактор', 'sectionEditor'),
    await hire('Корректор', 'proofreader'),
  ]
  const paper = join(dirname(office), letter.name)
  await writeFile(paper, await stringerDocument())
  const [taken] = await must(articleApi.import, { paths: [paper], rubric: null, job: 'letter' }, editor)
  const id = taken?.article ?? ''
  const arrived = await accountOf(newsroom, id)
  expect(arrived.suggestions).toHaveLength(2)
  expect(arrived.said).toEqual([letter.comment])
  await must(workspaceApi.close, {})
  const laptop = `${office}-laptop`
  await cp(office, laptop, { recursive: true, preserveTimestamps: true })

  // On the way: the reporter adds a sentence and a paragraph, and takes out what has become wrong.
  await must(workspaceApi.open, { folder: laptop })
  await write(newsroom, id, reporter, (tr) => {
    const { end, behind } = blockWith(tr, letter.lead)
    tr.insert(behind, textSchema.node('paragraph', null, textSchema.text(added.reporter[1])))
    tr.insert(end, textSchema.text(added.reporter[0]))
    const ferry = blockWith(tr, letter.ferry)
    tr.delete(ferry.from, ferry.behind)
  })
  await must(workspaceApi.close, {})

  // In the office: the editor suggests in the same paragraphs, the proofreader asks.
  await must(workspaceApi.open, { folder: office })
  await write(newsroom, id, editor, (tr, doc) => {
    suggest(tr, blockWith(tr, letter.lead).start, added.editor.lead, editor)
    suggest(tr, blockWith(tr, letter.ferry).start, added.editor.ferry, editor)
    requireTextVersion(doc, suggestionVersion)
  })
  await must(commentApi.begin, { article: id, anchor: null, text: added.proofreader }, proofreader)
  await must(workspaceApi.close, {})

  const report = await must(mergeApi.accept, { folder: office, other: laptop })
  expect(report.collided).toMatchObject([{ kind: 'article', name: letter.headline, wins: 'both' }])
  expect(report.lost).toMatchObject([{ article: id, words: 1 }])
  await must(mergeApi.accept, { folder: laptop, other: office })
  expect(await sayings(laptop)).toEqual(await sayings(office))
  for (const folder of [office, laptop]) expect(await must(workspaceApi.verify, { folder })).toMatchObject({ broken: [] })

  await must(workspaceApi.open, { folder: laptop })
  const there = await accountOf(newsroom, id)
  await must(workspaceApi.close, {})
  await must(workspaceApi.open, { folder: office })
  const merged = await accountOf(newsroom, id)
  expect(there).toEqual(merged)
  const written = [...added.reporter, added.editor.lead, added.editor.ferry, added.proofreader]
  const struck = wordsOf(letter.ferry)
  expect(allWords(merged)).toEqual(without([...allWords(arrived), ...wordsOf(...written)], struck))
  expect(merged.lost).toEqual([added.editor.ferry])
  expect(merged.suggestions.map(({ person, inserted, deleted }) => [person, inserted, deleted])).toEqual([
    [editor, added.editor.lead, ''],
    [`outside:${letter.author}`, letter.builders.inserted, ''],
    [`outside:${letter.author}`, '', letter.struck],
  ])

  await write(newsroom, id, editor, (tr) => {
    settle(tr, 'accept', () => true)
  })
  await must(workflowApi.act, { action: 'edit', articles: [id] }, editor)
  await must(workflowApi.act, { action: 'proofread', articles: [id] }, proofreader)
  expect((await must(articleApi.read, { id })).summary.status).toBe('proofread')
  expect(allWords(await accountOf(newsroom, id))).toEqual(
    without([...allWords(arrived), ...wordsOf(...written)], [...struck, ...wordsOf(letter.struck)]),
  )
})
