import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import { issue, loadFaces, paragraph, placementsOf, printedBody, sentences, story, writtenBody } from './issue-fixtures.ts'

const faces = loadFaces()
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('where a text stops standing', () => {
  it('L52 is told by its block and the UTF-16 units before it, whatever the typograph changed', () => {
    const body = Array.from({ length: 60 }, (_, index) =>
      paragraph(`- "Так" - сказал он... 𝐀 ${sentences(40 + (index % 7), index)}`),
    )
    const long = story('long', body)
    const { pages, fits } = layOutIssue(issue([long], placementsOf([['long', 2]])), faces)
    const end = fits[0]?.end
    expect(fits[0]?.overset).toBeGreaterThan(0)
    if (end === null || end === undefined) throw new Error('no end')
    const before = [...body.slice(0, end.block), body[end.block]]
      .map((block) => block?.content.map(({ text }) => text).join('') ?? '')
      .map((text, index) => (index === end.block ? text.slice(0, end.offset) : text))
    expect(letters(printedBody(pages, 'long'))).toBe(letters(before.join('')))
  })

  it('L52 is null where all of it stands', () => {
    const short = story('short', [paragraph(sentences(30))])
    const { pages, fits } = layOutIssue(issue([short], placementsOf([['short', 2]])), faces)
    expect(fits[0]?.end).toBeNull()
    expect(printedBody(pages, 'short')).toBe(writtenBody(short))
  })
})
