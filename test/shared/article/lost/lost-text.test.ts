import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyName, seedArticle } from '../../../../src/shared/article/article-document.ts'
import { emptyContent, plainText } from '../../../../src/shared/article/content.ts'
import { applyGuarded } from '../../../../src/shared/article/lost/apply-guarded.ts'
import { keepLost, lostTextsOf, settleLost } from '../../../../src/shared/article/lost/lost-text.ts'
import { orderByNeighbours } from '../../../../src/shared/article/lost/order-by-neighbours.ts'
import { textSchema } from '../../../../src/shared/article/text-schema.ts'
import { freeze, standingContent } from '../../../../src/shared/article/version/freeze.ts'

const people = ['anna', 'boris', 'vera'] as const

const original = {
  ...emptyContent,
  body: [0, 1, 2, 3].map((block) => ({
    type: 'paragraph' as const,
    attrs: { kind: 'paragraph' as const, medium: 'everywhere' as const },
    content: [{ type: 'text' as const, text: [0, 1, 2, 3].map((word) => `исходное${block}${word}`).join(' ') }],
  })),
}

const copyWith = (client: number, state: Uint8Array): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, state)
  return doc
}

const seeded = (): Uint8Array => {
  const doc = copyWith(1, Y.encodeStateAsUpdate(new Y.Doc()))
  seedArticle(doc, original)
  return Y.encodeStateAsUpdate(doc)
}

const textOf = (doc: Y.Doc): string => plainText(standingContent(freeze(doc)))

/** Changes the text as an editor would, and returns what became of it as updates. */
const edit = (doc: Y.Doc, change: (tr: Transform) => void): void => {
  const fragment = doc.getXmlFragment(bodyName)
  const { doc: body, meta } = initProseMirrorDoc(fragment, textSchema)
  const tr = new Transform(body)
  change(tr)
  doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta))
}

/** The newsroom's own document: every update goes through it, and what it loses is put on record. */
const take = (hub: Y.Doc, update: Uint8Array, person: string): void => keepLost(hub, applyGuarded(hub, update), person, 1)

const between = (doc: Y.Doc, other: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other))

const operation = fc.record({
  person: fc.nat(2),
  type: fc.constantFrom('type', 'type', 'type', 'strike', 'split', 'join', 'takeOut', 'move', 'kind', 'meet'),
  block: fc.nat(20),
  word: fc.nat(20),
})
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never

/** Where the gaps between the words of a block are, from its beginning to its end, in positions of the document. */
const gapsOf = (tr: Transform, nth: number): { readonly at: number; readonly gaps: readonly number[]; readonly size: number } => {
  const index = nth % tr.doc.childCount
  let at = 0
  for (let before = 0; before < index; before += 1) at += tr.doc.child(before).nodeSize
  const node = tr.doc.child(index)
  const gaps = [0, ...[...node.textContent.matchAll(/ /g)].map((gap) => gap.index), node.content.size]
  return { at, gaps: [...new Set(gaps)].map((gap) => at + 1 + gap), size: node.nodeSize }
}

/** Does one thing to a person's text; returns the words that the person struck, having seen them. */
const perform = (doc: Y.Doc, { type, block, word }: Operation, typed: string): string => {
  let struck = ''
  edit(doc, (tr) => {
    if (tr.doc.childCount === 0) tr.insert(0, textSchema.node('paragraph'))
    const { at, gaps, size } = gapsOf(tr, block)
    const from = gaps[word % gaps.length] ?? at + 1
    const to = gaps[(word % gaps.length) + 1] ?? from
    const several = tr.doc.childCount > 1
    if (type === 'type') tr.insert(from, textSchema.text(` ${typed} `))
    if (type === 'strike' && to > from) {
      struck = tr.doc.textBetween(from, to)
      tr.delete(from, to)
    }
    if (type === 'split') tr.split(from)
    if (type === 'join' && at > 0) tr.join(at)
    if (type === 'takeOut' && several) {
      struck = tr.doc.textBetween(at, at + size)
      tr.delete(at, at + size)
    }
    if (type === 'move' && several) {
      const node = tr.doc.child(block % tr.doc.childCount)
      tr.delete(at, at + size)
      tr.insert(tr.doc.content.size, node)
    }
    if (type === 'kind') tr.setNodeAttribute(at, 'kind', word % 2 === 0 ? 'subhead' : 'lead')
  })
  return struck
}

/** Begins and ends with a sign of its own: no comparison of texts takes a part of one word for a part of another. */
const wordOf = (nth: number): string => {
  const sign = String.fromCharCode(0x4e00 + nth)
  return `${sign}слово${sign}`
}

test('J11 J14 what three people write apart and together converges, and each word typed is in the text or among the lost', () => {
  fc.assert(
    fc.property(fc.array(operation, { minLength: 4, maxLength: 24 }), (operations) => {
      const state = seeded()
      const hub = copyWith(99, state)
      const docs = people.map((_, at) => copyWith(at + 2, state))
      const meet = (at: number): void => {
        const doc = docs[at]
        if (!doc) return
        take(hub, between(doc, hub), people[at] ?? '')
        Y.applyUpdate(doc, between(hub, doc))
      }
      const typed: string[] = []
      let struck = ''
      for (const [nth, each] of operations.entries()) {
        const doc = docs[each.person]
        if (each.type === 'meet') meet(each.person)
        if (!doc || each.type === 'meet') continue
        struck += ` ${perform(doc, each, wordOf(nth))} `
        if (each.type === 'type') typed.push(wordOf(nth))
      }
      for (const at of [0, 1, 2, 0, 1, 2]) meet(at)
      for (const doc of docs) expect(doc.getXmlFragment(bodyName).toJSON()).toEqual(hub.getXmlFragment(bodyName).toJSON())
      for (const doc of docs) expect(lostTextsOf(doc)).toEqual(lostTextsOf(hub))
      const said = `${textOf(hub)} ${lostTextsOf(hub)
        .map(({ text }) => text)
        .join(' ')}`
      expect(typed.filter((word) => !struck.includes(word) && !said.includes(word))).toEqual([])
    }),
    { numRuns: 200, seed: 5 },
  )
})

/** Two copies of a text apart: in one a paragraph is joined to the one before it, in the other something is typed into it. */
const apart = () => {
  const state = seeded()
  const [office, laptop] = [copyWith(2, state), copyWith(3, state)]
  edit(office, (tr) => tr.join(tr.doc.child(0).nodeSize))
  edit(laptop, (tr) => {
    const at = tr.doc.child(0).nodeSize + 1
    tr.insert(at + 'исходное10'.length, textSchema.text(', вписанное в дороге,'))
  })
  return { office, laptop }
}

test('J11 both sides of a merge notice the same loss under one id, whoever comes to whom', () => {
  const { office, laptop } = apart()
  const [toOffice, toLaptop] = [Y.encodeStateAsUpdate(laptop), Y.encodeStateAsUpdate(office)]
  const inOffice = applyGuarded(office, toOffice)
  const inLaptop = applyGuarded(laptop, toLaptop)
  expect(inOffice).toMatchObject([{ text: ', вписанное в дороге,', isNew: true }])
  expect(inLaptop).toMatchObject([
    { text: ', вписанное в дороге,', before: 'исходное10', after: ' исходное11 исходное12 исходное13', isNew: false },
  ])
  expect(inLaptop.map(({ id }) => id)).toEqual(inOffice.map(({ id }) => id))
})

test('J11 what somebody struck, having seen it, is not lost', () => {
  const { office, laptop } = apart()
  const seen = copyWith(4, Y.encodeStateAsUpdate(laptop))
  edit(seen, (tr) => tr.delete(tr.doc.child(0).nodeSize, tr.doc.child(0).nodeSize + tr.doc.child(1).nodeSize))
  expect(applyGuarded(laptop, Y.encodeStateAsUpdate(seen))).toEqual([])
  expect(applyGuarded(office, Y.encodeStateAsUpdate(seen))).toEqual([])
})

test('J13 what a person decided about lost words stays on record, and nobody decides twice', () => {
  const { office, laptop } = apart()
  take(office, Y.encodeStateAsUpdate(laptop), 'vera')
  const [lost] = lostTextsOf(office)
  expect(lost).toMatchObject({ person: 'vera', settled: null })
  const settled = { how: 'discarded', person: 'anna', at: 2 } as const
  expect(settleLost(office, lost?.id ?? '', settled)).toBe(true)
  expect(settleLost(office, lost?.id ?? '', { ...settled, how: 'placed' })).toBe(false)
  expect(lostTextsOf(office)).toMatchObject([{ text: ', вписанное в дороге,', settled }])
})

test('J11 corrections inside lost words go where they were made', () => {
  const at = (client: number, clock: number) => ({ client, clock })
  const strand = (clock: number, text: string, origin: number | null) => ({
    ...at(7, clock),
    ...{ origin: origin === null ? null : at(7, origin), rightOrigin: null, letters: [...text] },
  })
  expect(orderByNeighbours([strand(0, 'слво', null), strand(4, 'о', 1), strand(9, 'другое', null)])).toEqual([
    { id: '7-0', text: 'слово' },
    { id: '7-9', text: 'другое' },
  ])
})
