import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyName, contentOf, seedArticle } from '../../../src/shared/article/article-document.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { listSuggestions } from '../../../src/shared/article/suggestion/list-suggestions.ts'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle } from '../../../src/shared/article/suggestion/settle.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const people = ['anna', 'boris', 'vera'] as const

const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => `слово${from + at}`).join(' ')

const original = {
  ...emptyContent,
  headline: 'Бюджет',
  body: [0, 1, 2].map((at) => ({
    type: 'paragraph' as const,
    attrs: { kind: 'paragraph' as const, medium: 'everywhere' as const },
    content: [{ type: 'text' as const, text: words(at * 12, 12) }],
  })),
}

const copy = (doc: Y.Doc, client: number): Y.Doc => {
  const made = new Y.Doc()
  made.clientID = client
  Y.applyUpdate(made, Y.encodeStateAsUpdate(doc))
  return made
}

const bodyOf = (doc: Y.Doc) => initProseMirrorDoc(doc.getXmlFragment(bodyName), textSchema).doc

const rewrite = (doc: Y.Doc, change: (tr: Transform) => void): void => {
  const fragment = doc.getXmlFragment(bodyName)
  const { doc: body, meta } = initProseMirrorDoc(fragment, textSchema)
  const tr = new Transform(body)
  change(tr)
  doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta))
}

/** Where a word of the text begins, or null when nobody finds it as it was. */
const find = (doc: Y.Doc, word: string): number | null => {
  let found: number | null = null
  bodyOf(doc).descendants((node, position) => {
    const at = node.text?.search(new RegExp(`${word}(?!\\d)`)) ?? -1
    if (found === null && at >= 0) found = position + at
  })
  return found
}

const operation = fc.record({
  person: fc.nat(2),
  type: fc.constantFrom('insert', 'delete', 'replace', 'split'),
  word: fc.nat(35),
  count: fc.integer({ min: 1, max: 3 }),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

interface Done {
  readonly typed: string
  /** Numbers of the words of the original that were struck. */
  readonly struck: readonly number[]
  /** What stood in the struck range: what its author had typed there before is gone for good. */
  readonly over: string
}

const perform = (doc: Y.Doc, { person, type, word, count }: Operation, nth: number): Done => {
  const author = { person: people[person] ?? 'anna', now: () => nth, newId: () => `${person}-${nth}` }
  const first = `слово${word}`
  const lastNumber = Math.min(word + count - 1, Math.floor(word / 12) * 12 + 11)
  const from = find(doc, first)
  const last = find(doc, `слово${lastNumber}`)
  const typed = type === 'insert' || type === 'replace' ? `${people[person]}${nth}ново` : ''
  const strikes = type === 'delete' || type === 'replace'
  if (from === null || last === null) return { typed: '', struck: [], over: '' }
  const to = last + `слово${lastNumber}`.length
  const over = strikes ? bodyOf(doc).textBetween(from, to) : ''
  rewrite(doc, (tr) => {
    const direct = new Transform(tr.doc)
    if (type === 'split') direct.split(from)
    else if (typed !== '') direct.replaceWith(from, strikes ? to : from, textSchema.text(typed))
    else direct.delete(from, to)
    proposeSteps(tr, direct.steps, author)
  })
  const struck = strikes ? Array.from({ length: lastNumber - word + 1 }, (_, at) => word + at) : []
  return { typed, struck, over }
}

it('G6 suggestions made apart are all there when the copies meet, each with its author', () => {
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 12 }), (operations) => {
      const base = new Y.Doc()
      base.clientID = 9
      seedArticle(base, original)
      const copies = people.map((_, at) => copy(base, at + 1))
      let typed: string[] = []
      const struck = new Set<number>()
      operations.forEach((each, nth) => {
        const doc = copies[each.person]
        const done = doc ? perform(doc, each, nth) : null
        if (!done) return
        const person = people[each.person] ?? ''
        typed = typed.filter((word) => !(word.startsWith(person) && done.over.includes(word)))
        if (done.typed !== '') typed.push(done.typed)
        for (const word of done.struck) struck.add(word)
      })
      const updates = copies.map((doc) => Y.encodeStateAsUpdate(doc))
      const [merged, other] = [copy(base, 11), copy(base, 12)]
      for (const update of updates) Y.applyUpdate(merged, update)
      for (const update of [...updates].reverse()) Y.applyUpdate(other, update)
      expect(bodyOf(other).toJSON()).toEqual(bodyOf(merged).toJSON())

      // Nothing of the text as it stands has changed, and rejecting everything gives the very same.
      expect(contentOf(merged)).toEqual(contentOf(base))
      const rejected = new Transform(bodyOf(merged))
      settle(rejected, 'reject', () => true)
      expect(rejected.doc.toJSON()).toEqual(bodyOf(base).toJSON())

      // Each word typed is in one suggestion of the one who typed it; accepting everything brings it in.
      const open = listSuggestions(bodyOf(merged))
      const accepted = new Transform(bodyOf(merged))
      settle(accepted, 'accept', () => true)
      for (const word of typed) {
        const own = open.filter(({ inserted }) => inserted.includes(word))
        expect(own.map(({ person }) => person)).toEqual([word.replace(/\d+ново$/, '')])
        expect(accepted.doc.textContent).toContain(word)
      }
      const left = accepted.doc.textBetween(0, accepted.doc.content.size, ' ').match(/слово\d+/g) ?? []
      const kept = Array.from({ length: 36 }, (_, at) => at).filter((at) => !struck.has(at))
      expect(left).toEqual(kept.map((at) => `слово${at}`))
    }),
    { numRuns: 150 },
  )
})
