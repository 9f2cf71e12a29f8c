import type { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { proposeSteps } from '../../../src/shared/article/suggestion/propose.ts'
import { settle } from '../../../src/shared/article/suggestion/settle.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'
import { wordsOf } from '../../../src/shared/article/words/block-words.ts'
import { editWords, type WordEdit } from '../../../src/shared/article/words/edit-words.ts'

const text = (words: string, ...marks: readonly string[]) =>
  textSchema.text(
    words,
    marks.map((mark) =>
      textSchema.mark(mark, mark === 'deletion' || mark === 'insertion' ? { id: 's', person: 'anna', at: 1 } : null),
    ),
  )
const bodyOf = (...blocks: readonly (readonly Node[])[]) =>
  textSchema.node(
    'doc',
    null,
    blocks.map((runs) => textSchema.node('paragraph', null, [...runs])),
  )
const edited = (body: Node, ...edits: readonly (readonly WordEdit[])[]): Node => {
  const tr = new Transform(body)
  editWords(
    tr,
    wordsOf(body).map((block, at) => ({ block, edits: edits[at] ?? [] })),
  )
  tr.doc.check()
  return tr.doc
}
const runs = (body: Node) => {
  const found: string[] = []
  body.descendants((node) => {
    if (node.isText) found.push([node.text, ...node.marks.map(({ type }) => type.name)].join('|'))
    return true
  })
  return found
}

describe('editing the words of a body (Z3)', () => {
  it('reads past struck words, and keeps them where they stand', () => {
    const body = bodyOf([text('Общий '), text('старый ', 'deletion'), text('союз')])
    expect(wordsOf(body)[0]?.text).toBe('Общий союз')
    expect(runs(edited(body, [{ from: 3, to: 8, insert: 'ее со' }]))).toEqual(['Общее со', 'старый |deletion', 'юз'])
  })

  it('gives what comes the look of what goes, and between two looks only what both have', () => {
    const body = bodyOf([text('до '), text('"слово"', 'bold'), text(' после', 'italic')])
    const marked = edited(body, [
      { from: 3, to: 4, insert: '«' },
      { from: 9, to: 10, insert: '»' },
      { from: 10, to: 10, insert: '!' },
    ])
    expect(runs(marked)).toEqual(['до ', '«слово»|bold', '!', ' после|italic'])
  })

  it('edits several blocks at once', () => {
    const body = bodyOf([text('раз два')], [text('три')])
    expect(edited(body, [{ from: 0, to: 3, insert: '1' }], [{ from: 0, to: 3, insert: '' }]).textContent).toBe('1 два')
  })

  it('is suggested one by one: accepted, the text is as edited; rejected, as it was', () => {
    const body = bodyOf([text('"слово" и "дело"')])
    const plain = new Transform(body)
    const [block] = wordsOf(body)
    if (!block) throw new Error('no block')
    const edits = [0, 6, 10, 15].map((at, index) => ({ from: at, to: at + 1, insert: index % 2 === 0 ? '«' : '»' }))
    editWords(plain, [{ block, edits }])
    const suggested = new Transform(body)
    let ids = 0
    const newId = () => {
      ids += 1
      return String(ids)
    }
    proposeSteps(suggested, plain.steps, { person: 'anna', now: () => 1, newId })
    expect(ids).toBe(4)
    const accepted = new Transform(suggested.doc)
    settle(accepted, 'accept', () => true)
    expect(accepted.doc.textContent).toBe('«слово» и «дело»')
    const rejected = new Transform(suggested.doc)
    settle(rejected, 'reject', () => true)
    expect(rejected.doc.eq(body)).toBe(true)
  })
})
