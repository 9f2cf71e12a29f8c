import { Transform } from '@tiptap/pm/transform'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { paragraph, textRuns } from '../../../src/backend/article/import/draft.ts'
import { readTraces } from '../../../src/backend/article/import/read-traces.ts'
import { acceptedText, beginSign, endSign, type Trace, withoutSigns } from '../../../src/backend/article/import/trace.ts'
import { suggestionsIn } from '../../../src/shared/article/article-document.ts'
import { type Block, textOf } from '../../../src/shared/article/content.ts'
import { asItStands, type SuggestedBlock, suggestedBlockSchema } from '../../../src/shared/article/suggestion/as-it-stands.ts'
import { settle, type Verdict } from '../../../src/shared/article/suggestion/settle.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const context = (traces: readonly Trace[]) => {
  let ids = 0
  const newId = () => {
    ids += 1
    return `id${ids}`
  }
  return { traces, newId, person: (author: string) => author, now: 1000 }
}

const decided = (body: readonly SuggestedBlock[], verdict: Verdict): readonly string[] => {
  const tr = new Transform(textSchema.nodeFromJSON({ type: 'doc', content: body }))
  settle(tr, verdict, () => true)
  return asItStands(z.array(suggestedBlockSchema).parse(tr.doc.toJSON().content)).map(({ content }) => textOf(content))
}

/** A paragraph of pieces, and what becomes of its end. */
const pieceArbitrary = fc.record({
  text: fc.stringMatching(/^[а-я]{1,6}$/),
  kind: fc.constantFrom('plain' as const, 'insertion' as const, 'deletion' as const),
  author: fc.constantFrom('Орлова', 'Седов'),
})
const paragraphArbitrary = fc.record({
  pieces: fc.array(pieceArbitrary, { minLength: 1, maxLength: 5 }),
  end: fc.constantFrom('plain' as const, 'break' as const, 'join' as const),
})

describe('traces of a document', () => {
  it('G10: accepted the text is as it was meant, rejected as it was', () => {
    fc.assert(
      fc.property(fc.array(paragraphArbitrary, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const traces: Trace[] = []
        const add = (kind: 'insertion' | 'deletion' | 'break' | 'join', author: string) =>
          traces.push({ kind, author, at: null }) - 1
        const [accepted, rejected] = [[''], ['']]
        const write = (lines: string[], text: string) => {
          lines[lines.length - 1] += text
        }
        const blocks: Block[] = paragraphs.map(({ pieces, end }, at) => {
          const texts = pieces.map(({ text, kind, author }) => {
            if (kind !== 'deletion') write(accepted, text)
            if (kind !== 'insertion') write(rejected, text)
            if (kind === 'plain') return text
            const trace = add(kind, author)
            return `${beginSign(trace)}${text}${endSign(trace)}`
          })
          const last = at === paragraphs.length - 1
          if (!last && end !== 'join') accepted.push('')
          if (!last && end !== 'break') rejected.push('')
          return paragraph(
            'paragraph',
            textRuns(`${texts.join('')}${end === 'plain' || last ? '' : beginSign(add(end, 'Орлова'))}`),
          )
        })
        const { body } = readTraces(blocks, context(traces))
        expect(decided(body, 'accept')).toEqual(accepted)
        expect(decided(body, 'reject')).toEqual(rejected)
        expect(asItStands(body).map(({ content }) => textOf(content))).toEqual(rejected)
      }),
    )
  })

  it('G2: struck words and what takes their place are one suggestion; words between make two', () => {
    const traces: Trace[] = [
      { kind: 'deletion', author: 'Орлова', at: 5 },
      { kind: 'insertion', author: 'Орлова', at: 6 },
      { kind: 'insertion', author: 'Орлова', at: 7 },
    ]
    const around = (trace: number, text: string) => `${beginSign(trace)}${text}${endSign(trace)}`
    const line = `В ${around(0, 'среду')}${around(1, 'четверг')} собрание${around(2, ' профкома')}.`
    const { body } = readTraces([paragraph('paragraph', textRuns(line))], context(traces))
    expect(suggestionsIn(body)).toMatchObject([
      { kind: 'replacement', person: 'Орлова', inserted: 'четверг', deleted: 'среду' },
      { kind: 'insertion', inserted: ' профкома' },
    ])
  })

  it('H7: a conversation stands at its words, also across paragraphs that may be one', () => {
    const traces: Trace[] = [
      { kind: 'comment', messages: [{ author: 'Орлова', at: null, text: 'Точно?' }], resolved: false },
      { kind: 'break', author: 'Орлова', at: 5 },
      { kind: 'comment', messages: [{ author: 'Орлова', at: null, text: 'Где это?' }], resolved: false },
    ]
    const blocks = [`Пришли ${beginSign(0)}сорок${beginSign(1)}`, `восемь${endSign(0)} человек.`].map((text) =>
      paragraph('paragraph', textRuns(text)),
    )
    const { body, threads, loose } = readTraces(blocks, context(traces))
    expect(threads).toMatchObject([{ from: { block: 0, offset: 7 }, to: { block: 0, offset: 'Пришли сорок¶восемь'.length } }])
    expect(loose).toEqual([traces[2]])
    expect(body).toHaveLength(1)
  })

  it('a title takes what was changed in it; letters of a file that look like signs mean nothing', () => {
    const traces: Trace[] = [{ kind: 'deletion', author: '', at: null }]
    expect(acceptedText(`Новый ${beginSign(0)}старый ${endSign(0)}год`, traces)).toBe('Новый год')
    expect(withoutSigns(`а${beginSign(7)}б${endSign(9)}`)).toBe('аб')
  })
})
