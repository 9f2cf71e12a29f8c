import { describe, expect, it } from 'vitest'
import { isForm, readAffixes, readStems } from '../../../src/shared/language/spelling/affixes.ts'
import { findUnknown } from '../../../src/shared/language/spelling/find-unknown.ts'
import { createSpeller } from '../../../src/shared/language/spelling/speller.ts'

const affixes = readAffixes(`SET UTF-8
TRY иаое

SFX A Y 3
SFX A а ы [^гкх]а
SFX A а и [гкх]а
SFX A а ой а

SFX B Y 2
SFX B 0 а [^йь]
SFX B ь я ь
`)
const stems = readStems(
  ['11', 'корова/A', 'книга/A', 'стол/B', 'учитель/B', 'Москва/A', 'кто', 'по-русски', 'ёлка/A', 'мы', 'тетрадь', 'ель'].join(
    '\n',
  ),
)
const speller = createSpeller(stems, affixes, ['профком'])

describe('a hunspell dictionary (Z8)', () => {
  it('knows the forms that its suffixes make, and no others', () => {
    for (const form of ['корова', 'коровы', 'коровой', 'книги', 'стола', 'учителя'])
      expect(isForm(form, stems, affixes), form).toBe(true)
    for (const form of ['корови', 'книгы', 'учительа', 'столя', 'ы', '']) expect(isForm(form, stems, affixes), form).toBe(false)
  })

  it('joins the flags of a stem that stands twice', () => {
    const twice = readStems('2\nкорова/A\nкорова/B\r\n')
    expect(twice.get('корова')).toBe('AB')
  })
})

describe('the speller (Z8)', () => {
  it('takes capitals, hyphens, particles and the newsroom’s words', () => {
    for (const word of ['Корова', 'КОРОВА', 'Москвы', 'МОСКВА', 'по-русски', 'кто-нибудь', 'стол-книга', 'Профком', 'ёлки'])
      expect(speller.isKnown(word), word).toBe(true)
    for (const word of ['москва', 'карова', 'стол-карова', 'нибудь', '-']) expect(speller.isKnown(word), word).toBe(false)
  })

  it('offers what may have been meant, in the same case of letters', () => {
    expect(speller.suggest('карова')[0]).toBe('корова')
    expect(speller.suggest('Каровы')[0]).toBe('Коровы')
    expect(speller.suggest('сотл')).toEqual(['стол'])
    expect(speller.suggest('столль')).toEqual([])
    expect(speller.suggest('москва')).toContain('Москва')
    expect(speller.suggest('столкнига')).toEqual(['стол книга'])
  })
})

describe('unknown words of a text (Z8)', () => {
  const unknown = (text: string) => findUnknown(text, speller).map(({ from, to }) => text.slice(from, to))

  it('are found with their places', () => {
    expect(unknown('Карова и корова, карова.')).toEqual(['Карова', 'карова'])
  })

  it('are not names, abbreviations, addresses, codes, accents or foreign words', () => {
    expect(unknown('мы Корсаков, ЦСКА, др. мы, карова.рф, #карова, карова5, window, ко\u0301рва')).toEqual([])
    expect(unknown('мы. Корсаков мы')).toEqual(['Корсаков'])
  })
})
