import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import { type Step, Transform } from '@tiptap/pm/transform'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../src/shared/article/content.ts'
import { asItStands, suggestedBlockSchema } from '../../../src/shared/article/suggestion/as-it-stands.ts'
import type { Author } from '../../../src/shared/article/suggestion/author.ts'
import { listSuggestions } from '../../../src/shared/article/suggestion/list-suggestions.ts'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle, type Verdict } from '../../../src/shared/article/suggestion/settle.ts'
import { type BlockKind, textSchema } from '../../../src/shared/article/text-schema.ts'

const paragraph = (text: string, kind: BlockKind = 'paragraph') => ({
  type: 'paragraph',
  attrs: { kind },
  content: text === '' ? [] : [{ type: 'text', text }],
})

const bodyOf = (...blocks: readonly object[]): Node => textSchema.nodeFromJSON({ type: 'doc', content: blocks })

const authorOf = (person: string): Author => {
  let count = 0
  return {
    person,
    now: () => 1000 + count,
    newId: () => {
      count += 1
      return `${person}${count}`
    },
  }
}
const anna = authorOf('anna')

const suggestSteps = (body: Node, steps: readonly Step[], author: Author): Node => {
  const proposed = new Transform(body)
  proposeSteps(proposed, steps, author)
  proposed.doc.check()
  return proposed.doc
}

const suggest = (body: Node, change: (tr: Transaction) => unknown, author: Author = anna): Node => {
  const tr = EditorState.create({ doc: body }).tr
  change(tr)
  return suggestSteps(body, tr.steps, author)
}

const settled = (body: Node, verdict: Verdict, ids?: readonly string[]): Node => {
  const tr = new Transform(body)
  settle(tr, verdict, ({ id }) => ids?.includes(id) ?? true)
  tr.doc.check()
  return tr.doc
}

const standing = (body: Node) => asItStands(body.toJSON().content.map((block: unknown) => suggestedBlockSchema.parse(block)))
const asWords = (body: Node): string => textOf(standing(body)[0]?.content ?? [])
const texts = (body: Node): string[] => {
  const found: string[] = []
  body.forEach((block) => {
    found.push(`${block.type.name === 'photo' ? 'photo' : block.attrs.kind}: ${block.textContent}`)
  })
  return found
}

const place = (body: Node, words: string): number => {
  let found = -1
  body.descendants((node, position) => {
    const at = node.text?.indexOf(words) ?? -1
    if (found < 0 && at >= 0) found = position + at
  })
  return found
}

describe('a suggestion', () => {
  const body = bodyOf(paragraph('Совет принял бюджет на год.'), paragraph('Второй абзац.', 'quote'))

  it('G1 changes nothing of the text as it stands', () => {
    const typed = suggest(body, (tr) => tr.insertText('наконец ', place(body, 'принял')))
    const struck = suggest(typed, (tr) => tr.delete(place(typed, 'бюджет'), place(typed, 'на год')))
    expect(standing(struck)).toEqual(standing(body))
    expect(settled(struck, 'reject').toJSON()).toEqual(body.toJSON())
    expect(texts(settled(struck, 'accept'))[0]).toBe('paragraph: Совет наконец принял на год.')
  })

  it('G2 is one for letters typed one after another and for what replaces struck words', () => {
    let now = suggest(body, (tr) => tr.insertText('а', 1))
    now = suggest(now, (tr) => tr.insertText('б', 2))
    expect(listSuggestions(now)).toMatchObject([{ kind: 'insertion', inserted: 'аб', person: 'anna' }])
    const from = place(body, 'бюджет')
    const replaced = suggest(body, (tr) => tr.insertText('план', from, from + 6))
    expect(listSuggestions(replaced)).toMatchObject([{ kind: 'replacement', inserted: 'план', deleted: 'бюджет' }])
    expect(texts(settled(replaced, 'accept'))[0]).toBe('paragraph: Совет принял план на год.')
  })

  it('takes out at once what its own author takes back', () => {
    const typed = suggest(body, (tr) => tr.insertText('слово', 1))
    expect(suggest(typed, (tr) => tr.delete(1, 6)).toJSON()).toEqual(body.toJSON())
  })

  it('of another person inside an insertion leaves both', () => {
    const typed = suggest(body, (tr) => tr.insertText('одно слово ', 1))
    const struck = suggest(typed, (tr) => tr.delete(1, 6), authorOf('boris'))
    expect(listSuggestions(struck).map(({ person, kind }) => [person, kind])).toEqual([
      ['anna', 'insertion'],
      ['boris', 'deletion'],
    ])
    expect(texts(settled(struck, 'accept'))[0]).toBe('paragraph: слово Совет принял бюджет на год.')
    const boris = listSuggestions(struck).filter(({ person }) => person === 'boris')
    const kept = settled(struck, 'reject', [boris[0]?.id ?? ''])
    expect(settled(kept, 'accept').toJSON().content[0].content[0].text).toBe('одно слово Совет принял бюджет на год.')
    const onlyAnna = settled(struck, 'accept', [listSuggestions(struck)[0]?.id ?? ''])
    expect(texts(settled(onlyAnna, 'accept'))[0]).toBe('paragraph: слово Совет принял бюджет на год.')
    expect(texts(settled(onlyAnna, 'reject'))[0]).toBe('paragraph: одно слово Совет принял бюджет на год.')
  })

  it('G20 of one person is settled without those of others, in a selection without what lies outside of it', () => {
    const two = suggest(
      suggest(body, (tr) => tr.insertText('Анна пишет. ', 1)),
      (tr) => tr.insertText(' Борис пишет.', place(tr.doc, 'год.') + 'год.'.length),
      authorOf('boris'),
    )
    const ofPerson = new Transform(two)
    settle(ofPerson, 'accept', ({ person }) => person === 'boris')
    expect(listSuggestions(ofPerson.doc).map(({ person }) => person)).toEqual(['anna'])
    expect(asWords(ofPerson.doc)).toBe('Совет принял бюджет на год. Борис пишет.')
    const selection = { from: place(two, 'пишет.'), to: place(two, 'Совет') }
    const inSelection = new Transform(two)
    settle(inSelection, 'accept', (_proposal, start, end) => start < selection.to && end > selection.from)
    expect(listSuggestions(inSelection.doc).map(({ person }) => person)).toEqual(['boris'])
    expect(asWords(inSelection.doc)).toBe('Анна пишет. Совет принял бюджет на год.')
  })

  it('G3 to end a paragraph is a sign in the text until it is accepted', () => {
    const cut = suggest(body, (tr) => tr.split(place(body, 'на год')))
    expect(cut.childCount).toBe(2)
    expect(listSuggestions(cut)).toMatchObject([{ kind: 'paragraphs' }])
    expect(texts(settled(cut, 'accept'))).toEqual([
      'paragraph: Совет принял бюджет ',
      'paragraph: на год.',
      'quote: Второй абзац.',
    ])
    expect(settled(cut, 'reject').toJSON()).toEqual(body.toJSON())
  })

  it('G4 to join paragraphs waits at their seam; the first says what the whole is', () => {
    const joined = suggest(body, (tr) => tr.join(body.child(0).nodeSize))
    expect(listSuggestions(joined)).toMatchObject([{ kind: 'paragraphs', deleted: '¶' }])
    expect(texts(settled(joined, 'accept'))).toEqual(['paragraph: Совет принял бюджет на год.Второй абзац.'])
    expect(settled(joined, 'reject').toJSON()).toEqual(body.toJSON())
  })

  it('to delete across paragraphs strikes their text and joins what is left', () => {
    const from = place(body, ' на год')
    const to = body.child(0).nodeSize + 1 + 'Второй'.length
    const struck = suggest(body, (tr) => tr.delete(from, to))
    expect(listSuggestions(struck)).toHaveLength(1)
    expect(texts(settled(struck, 'accept'))).toEqual(['paragraph: Совет принял бюджет абзац.'])
    expect(settled(struck, 'reject').toJSON()).toEqual(body.toJSON())
  })

  it('of bold waits for its verdict', () => {
    const bold = textSchema.marks.bold?.create()
    if (!bold) throw new Error('no bold')
    const marked = suggest(body, (tr) => tr.addMark(1, 6, bold))
    expect(standing(marked)).toEqual(standing(body))
    expect(listSuggestions(marked)).toMatchObject([{ kind: 'format' }])
    expect(
      settled(marked, 'accept')
        .child(0)
        .firstChild?.marks.map(({ type }) => type.name),
    ).toEqual(['bold'])
    expect(suggest(marked, (tr) => tr.addMark(1, 6, bold)).toJSON()).toEqual(body.toJSON())
  })

  it('G5 of another kind of paragraph is a proposal beside it', () => {
    const changed = suggest(body, (tr) => tr.setNodeAttribute(0, 'kind', 'lead'))
    expect(changed.child(0).attrs.kind).toBe('paragraph')
    expect(listSuggestions(changed)).toMatchObject([{ kind: 'block', pieces: [{ change: { kind: 'lead' } }] }])
    expect(texts(settled(changed, 'accept'))[0]).toMatch(/^lead/)
    expect(suggest(changed, (tr) => tr.setNodeAttribute(0, 'kind', 'paragraph')).toJSON()).toEqual(body.toJSON())
  })

  it('of a photo marks the photo', () => {
    const photo = { type: 'photo', attrs: { media: 'a1' }, content: [{ type: 'text', text: 'Подпись' }] }
    const withPhoto = bodyOf(paragraph('Один'), photo, paragraph('Два'))
    const at = withPhoto.child(0).nodeSize
    const struck = suggest(withPhoto, (tr) => tr.delete(at, at + withPhoto.child(1).nodeSize))
    expect(struck.childCount).toBe(3)
    expect(texts(settled(struck, 'accept'))).toEqual(['paragraph: Один', 'paragraph: Два'])
    const put = suggest(body, (tr) => tr.insert(body.child(0).nodeSize, textSchema.nodeFromJSON(photo)))
    expect(standing(put)).toEqual(standing(body))
    expect(texts(settled(put, 'accept'))[1]).toBe('photo: Подпись')
    expect(settled(put, 'reject').toJSON()).toEqual(body.toJSON())
  })

  it('of pasted paragraphs cuts them where they are accepted', () => {
    const at = place(body, 'на год')
    const slice = bodyOf(paragraph('раз '), paragraph('два', 'lead'), paragraph('три ')).slice(1, 15)
    const pasted = suggest(body, (tr) => tr.replace(at, at, slice))
    expect(standing(pasted)).toEqual(standing(body))
    expect(texts(settled(pasted, 'accept'))).toEqual([
      'paragraph: Совет принял бюджет раз ',
      'lead: два',
      'paragraph: трина год.',
      'quote: Второй абзац.',
    ])
  })
})

const operation = fc.record({
  person: fc.constantFrom('anna', 'boris', 'vera'),
  type: fc.constantFrom('insert', 'delete', 'replace', 'split', 'mark', 'kind'),
  from: fc.nat(400),
  size: fc.nat(30),
  text: fc.constantFrom('новое', 'да ', 'а', '¶'),
})

/** Carries an operation out on a body as an editor would; null where it makes no sense there. */
const perform = (body: Node, { type, from, size, text }: { type: string; from: number; size: number; text: string }) => {
  const tr = EditorState.create({ doc: body }).tr
  const start = Math.min(from, body.content.size)
  const end = Math.min(start + size, body.content.size)
  const inText = body.resolve(start).parent.isTextblock
  const bold = textSchema.marks.bold?.create()
  try {
    if (type === 'insert' && inText) tr.insertText(text, start)
    if (type === 'delete') tr.deleteRange(start, end)
    if (type === 'replace' && inText && body.resolve(end).parent.isTextblock) tr.insertText(text, start, end)
    if (type === 'split' && inText) tr.split(start)
    if (type === 'mark' && bold) tr.addMark(start, end, bold)
    if (type === 'kind' && inText) tr.setNodeAttribute(body.resolve(start).before(), 'kind', 'lead')
  } catch {
    return null
  }
  return tr
}

const start = bodyOf(
  paragraph('Совет принял бюджет на год вперёд.'),
  paragraph('Профсоюз был против.', 'quote'),
  paragraph(''),
  paragraph('Учителя ждут ответа.'),
)

describe('suggestions of several people', () => {
  it('G1 never change the text as it stands; rejecting all gives the original', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 14 }), (operations) => {
        const authors = new Map(['anna', 'boris', 'vera'].map((person) => [person, authorOf(person)]))
        let body = start
        for (const each of operations) {
          const tr = perform(body, each)
          const author = authors.get(each.person)
          if (tr && author) body = suggestSteps(body, tr.steps, author)
        }
        expect(standing(body)).toEqual(standing(start))
        expect(settled(body, 'reject').toJSON()).toEqual(start.toJSON())
        expect(listSuggestions(settled(body, 'accept'))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('accepting one equals having done it', () => {
    const letters = (body: Node) => body.textContent
    fc.assert(
      fc.property(operation, (each) => {
        const tr = perform(start, each)
        fc.pre(tr !== null)
        if (!tr) return
        const body = suggestSteps(start, tr.steps, anna)
        expect(letters(settled(body, 'accept'))).toBe(letters(tr.doc))
        expect(settled(body, 'accept').childCount).toBe(tr.doc.childCount)
      }),
      { numRuns: 600 },
    )
  })
})
