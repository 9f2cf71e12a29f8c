import { describe, expect, it } from 'vitest'
import { layOutIssue } from '../../../src/layout/lay-out-issue.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import { issue, loadFaces, paragraph, photo, placementsOf, sentences, story } from './issue-fixtures.ts'

const faces = loadFaces()

/** What is said of a story on the second page, by code. */
const saidOf = (body: readonly Block[], headline = 'Договор подписан'): readonly (readonly [string, string])[] => {
  const input = issue([story('a', body, { headline })], placementsOf([['a', 2]]))
  return layOutIssue(input, faces)
    .diagnostics.filter(({ code }) => !['underset', 'emptyFoot', 'emptyZone'].includes(code))
    .map(({ code, message, page, article }) => {
      expect([page, article]).toEqual([2, 'a'])
      return [code, message] as const
    })
}
const text = paragraph(sentences(200, 3))

describe('what is wrong with a text', () => {
  it('V1 nothing is said of ordinary words, addresses and long words that divide by syllables', () => {
    const long = 'Высокопревосходительство электрифицировавшимися частнопредпринимательского церковно-приходскими'
    const address = 'https://example.org/dlinnyj/put/k/stranice/o-soglashenii-mezhdu-profsoyuzom-i-ministerstvom?nomer=48'
    expect(saidOf([text, paragraph(`${long} ${address} № 5 — «да»\u2009\u2011\u2033`)])).toEqual([])
  })

  it.each(['щ'.repeat(300), 'слово'.repeat(60), 'Z'.repeat(60)])('T04 a word that no line holds is named: %s', (word) => {
    expect(saidOf([text, paragraph(`Вот ${word} и всё.`)])).toEqual([
      ['wideWord', expect.stringContaining(`разорвано: «${word.slice(0, 16)}…» — «Договор подписан»`)],
    ])
  })

  it('T04 a headline of such a word is named as one, and not where its author set the hyphens', () => {
    const [said, ...more] = saidOf([text], `Слово ${'щ'.repeat(80)}`)
    expect([said?.[0], more]).toEqual(['wideWord', []])
    expect(said?.[1]).toMatch(/^Слово заголовка/)
    expect(saidOf([text], `Слово ${'щука\u00ad'.repeat(20)}`)).toEqual([])
  })

  it('T03 a character is named with the family that lacks it', () => {
    expect(saidOf([text, paragraph('Звоните ☎ в 北京')], 'Праздник 😀')).toEqual([
      ['missingCharacter', expect.stringContaining('в шрифте PT Sans Narrow: 😀 —')],
      ['missingCharacter', expect.stringContaining('в шрифте PT Serif: ☎ 北 京 —')],
    ])
  })

  it('T12 a character printed as another one is named with that one, once', () => {
    expect(saidOf([text, paragraph('Москва → Тверь → Псков ✓')])).toEqual([
      ['standIn', expect.stringContaining('напечатан похожий: → — ›, ✓ — √ —')],
    ])
  })

  it('T11 a story without text is named, one with a picture is not', () => {
    expect(saidOf([])).toEqual([['emptyStory', 'Нет текста: «Договор подписан»']])
    expect(saidOf([paragraph(' ')])).toEqual([['emptyStory', 'Нет текста: «Договор подписан»']])
    expect(saidOf([photo('landscape')])).toEqual([])
  })
})
