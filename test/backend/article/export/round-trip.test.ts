import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { z } from 'zod'
import { leave } from '../../../../src/backend/article/export/article-copy.ts'
import { writeDocx } from '../../../../src/backend/article/export/docx/write-docx.ts'
import { readDocx } from '../../../../src/backend/article/import/docx/read-docx.ts'
import { readTraces } from '../../../../src/backend/article/import/read-traces.ts'
import { bodyName, requireTextVersion, seedArticle, suggestedBody } from '../../../../src/shared/article/article-document.ts'
import { type ArticleContent, emptyContent, plainText } from '../../../../src/shared/article/content.ts'
import { asItStands, type SuggestedBlock, suggestedBlockSchema } from '../../../../src/shared/article/suggestion/as-it-stands.ts'
import { listSuggestions } from '../../../../src/shared/article/suggestion/list-suggestions.ts'
import { proposeSteps } from '../../../../src/shared/article/suggestion/propose.ts'
import { settle, type Verdict } from '../../../../src/shared/article/suggestion/settle.ts'
import { type BlockKind, blockKinds, suggestionVersion, textSchema } from '../../../../src/shared/article/text-schema.ts'
import { addMessage, beginThread, setResolved, threadsOf } from '../../../../src/shared/comment/comment-document.ts'
import { makeAnchor } from '../../../../src/shared/comment/make-anchor.ts'

const people: Readonly<Record<string, string>> = { anna: 'Анна Ильина', boris: 'Борис Седов', vera: 'Вера Котова' }
const idOf = (name: string): string => Object.keys(people).find((id) => people[id] === name) ?? `чужой ${name}`

const blockWords = 8
const wordsFrom = (from: number) => Array.from({ length: blockWords }, (_, at) => `слово${from + at}`)
const isRow = (kind: BlockKind) => kind === 'tableHead' || kind === 'tableRow'

const articleOf = (kinds: readonly BlockKind[]): ArticleContent => ({
  ...emptyContent,
  ...{ rubric: 'Право', kicker: 'Важно', headline: 'Отпуск учителя', deck: 'Что изменится', byline: 'Иван Петров' },
  body: kinds.map((kind, at) => ({
    type: 'paragraph' as const,
    attrs: { kind, medium: 'everywhere' as const },
    content: [{ type: 'text' as const, text: wordsFrom(at * blockWords).join(isRow(kind) ? '\t' : ' ') }],
  })),
})

const operation = fc.record({
  person: fc.constantFrom('anna', 'boris', 'vera'),
  type: fc.constantFrom('insert', 'delete', 'replace', 'split', 'join', 'wholeParagraph', 'comment', 'reply'),
  word: fc.nat(39),
  count: fc.integer({ min: 1, max: 4 }),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

const bodyOf = (doc: Y.Doc) => initProseMirrorDoc(doc.getXmlFragment(bodyName), textSchema)

/** Where a word of the text begins; null when nobody finds it as it was. */
const find = (doc: Y.Doc, word: number): number | null => {
  let found: number | null = null
  bodyOf(doc).doc.descendants((node, position) => {
    const at = node.text?.search(new RegExp(`слово${word}(?!\\d)`)) ?? -1
    if (found === null && at >= 0) found = position + at
  })
  return found
}

const perform = (doc: Y.Doc, { person, type, word, count }: Operation, nth: number): void => {
  const from = find(doc, word)
  const last = Math.min(word + count - 1, Math.floor(word / blockWords) * blockWords + blockWords - 1)
  const lastAt = find(doc, last)
  if (from === null || lastAt === null) return
  const to = lastAt + `слово${last}`.length
  const fragment = doc.getXmlFragment(bodyName)
  const { doc: body, meta } = bodyOf(doc)
  const moment = Date.UTC(2026, 10, 1, 10, 0, nth)
  if (type === 'comment' || type === 'reply') {
    const [first] = threadsOf(doc)
    const message = { id: `m${nth}`, person, at: moment, text: `Мнение ${nth}: почему?`, mentions: [] }
    if (type === 'reply' && first) {
      addMessage(doc, first.id, message)
      if (count === 4) setResolved(doc, first.id, { person, at: moment })
      return
    }
    const texts = suggestedBody(doc).map(({ content }) => content.map(({ text }) => text).join(''))
    const place = (position: number) => ({ block: body.resolve(position).index(0), offset: body.resolve(position).parentOffset })
    const offsetOf = ({ block, offset }: ReturnType<typeof place>) =>
      texts.slice(0, block).reduce((sum, text) => sum + text.length + 1, 0) + offset
    const inBody = (offset: number) => (offset === offsetOf(place(from)) ? place(from) : place(to))
    const flat = { text: texts.join('\n'), inBody }
    beginThread(doc, `t${nth}`, makeAnchor(fragment, flat, offsetOf(place(from)), offsetOf(place(to))), message)
    return
  }
  const { parent } = body.resolve(from)
  // A document names one person for words that are struck: the first (rule F21).
  const struck = ['delete', 'replace', 'wholeParagraph'].includes(type) && parent.toString().includes('deletion')
  if (struck) return
  const author = { person, now: () => moment, newId: () => `s${nth}` }
  const tr = new Transform(body)
  const target = new Transform(body)
  const row = isRow(parent.attrs.kind)
  if (type === 'delete' || type === 'replace') target.delete(from, to)
  if (type === 'insert' || type === 'replace') target.insert(from, textSchema.text(`новое${nth} `))
  if (type === 'split' && !row) target.split(from)
  if (type === 'join' && !row) {
    const start = body.resolve(from).before()
    const before = body.resolve(start).nodeBefore
    if (before && !isRow(before.attrs.kind) && !before.attrs.deleted && !parent.attrs.deleted) target.join(start)
  }
  if (type === 'wholeParagraph' && !row) {
    const place = body.resolve(from).before()
    // With the paragraph that another one would join gone, what the joining means is anybody's guess.
    const next = body.resolve(body.resolve(from).after()).nodeAfter
    if (count > 2 && !next?.attrs.join && !parent.attrs.join) target.delete(place, body.resolve(from).after())
    else if (count <= 2)
      target.insert(place, textSchema.nodes.paragraph.create({ kind: 'quote' }, textSchema.text(`новое${nth} абзац`)))
  }
  proposeSteps(tr, target.steps, author)
  requireTextVersion(doc, suggestionVersion)
  doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta))
}

const decided = (body: readonly SuggestedBlock[], verdict: Verdict) => {
  const tr = new Transform(textSchema.nodeFromJSON({ type: 'doc', content: body }))
  settle(tr, verdict, () => true)
  return [...asItStands(z.array(suggestedBlockSchema).parse(tr.doc.toJSON().content))]
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const textIn = (body: ArticleContent['body']) => wordsOf(plainText({ ...emptyContent, body }))
const kindsIn = (body: ArticleContent['body']) =>
  body.flatMap((block) => (block.type === 'paragraph' && block.content.length > 0 ? [block.attrs.kind] : []))

/** What each person suggests, as words that come and words that go. */
const perPerson = (body: readonly SuggestedBlock[]) => {
  const all = listSuggestions(textSchema.nodeFromJSON({ type: 'doc', content: body }))
  return Object.keys(people).map((person) => {
    const own = all.filter((suggestion) => suggestion.person === person)
    const pieces = own.flatMap((suggestion) => suggestion.pieces)
    const words = (kind: 'insertion' | 'deletion') =>
      pieces.flatMap((piece) => (piece.kind === kind ? wordsOf(piece.text) : [])).sort()
    return { person, inserted: words('insertion'), deleted: words('deletion') }
  })
}

it('F20, F21: what goes out as a Word document comes back: every word, every suggestion of its person, every comment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(...blockKinds), { minLength: 2, maxLength: 5 }),
      fc.array(operation, { maxLength: 12 }),
      async (kinds, operations) => {
        const doc = new Y.Doc()
        seedArticle(doc, articleOf(kinds))
        for (const [nth, one] of operations.entries()) perform(doc, one, nth)
        const leaving = leave(doc, 'redline')
        const bytes = writeDocx(leaving, new Map(), (person) => people[person] ?? person)
        const read = await readDocx(bytes, 'Отпуск.docx')
        if (!read.ok || !read.value.draft) throw new Error('не читается')
        const { draft } = read.value
        let ids = 0
        const traced = readTraces(draft.body, {
          ...{ traces: draft.traces ?? [], now: 0, person: idOf },
          newId: () => `new${++ids}`,
        })
        const { rubric, kicker, headline, deck, byline } = leaving.content
        expect(draft).toMatchObject({ rubric, kicker, headline, deck, byline })
        for (const verdict of ['accept', 'reject'] as const)
          expect(textIn(decided(traced.body, verdict)), verdict).toEqual(textIn(decided(leaving.body, verdict)))
        expect(perPerson(traced.body)).toEqual(perPerson(leaving.body))
        const said = [...traced.threads.map(({ comment }) => comment), ...traced.loose]
        const before = threadsOf(doc)
        const lines = (all: readonly { messages: readonly { text: string }[]; resolved: boolean }[]) =>
          all.map(({ messages, resolved }) => [...messages.map(({ text }) => text), resolved].join(' | ')).sort()
        expect(lines(said).map((line) => line.replace(/^«[^»]*»: /, ''))).toEqual(
          lines(before.map(({ messages, resolved }) => ({ messages, resolved: resolved !== null }))),
        )
      },
    ),
    { numRuns: Number(process.env.ROUND_TRIPS ?? 30) },
  )
})

it('F20: kinds of paragraphs come back where nothing is suggested', async () => {
  const doc = new Y.Doc()
  const kinds = blockKinds.filter((kind) => !isRow(kind))
  seedArticle(doc, articleOf([...kinds, 'tableHead', 'tableRow', 'tableRow']))
  const read = await readDocx(writeDocx(leave(doc, 'redline'), new Map(), String), 'Отпуск.docx')
  if (!read.ok || !read.value.draft) throw new Error('не читается')
  expect(kindsIn([...read.value.draft.body])).toEqual([...kinds, 'tableHead', 'tableRow', 'tableRow'])
})
