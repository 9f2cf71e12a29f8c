import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { cardSchema, consents, emptyCard, licenceKinds, licenceUses, type MediumCard } from '../../../src/shared/media/card.ts'
import { rightsEnd, rightsOf, weightOf } from '../../../src/shared/media/rights.ts'

const day = '2026-11-25'
const licence = { kind: 'own', use: 'everywhere', until: null, note: '' } as const
const sound: MediumCard = { ...emptyCard, credit: 'Анна Ветрова', licence }
const person = { name: 'Мария Колосова', minor: false, consent: 'given', until: null } as const
const child = { ...person, minor: true, consent: 'parent' } as const

const kinds = (card: MediumCard | null, use: 'print' | 'web' = 'print') => rightsOf(card, use, day).map(({ kind }) => kind)

describe('U22 to U25 what a picture lacks', () => {
  it.each<[string, MediumCard | null, readonly string[]]>([
    ['nothing is known', null, ['card']],
    ['all is there', sound, []],
    ['nobody is named', { ...sound, credit: ' ' }, ['author']],
    ['no right', { ...sound, licence: { ...licence, kind: 'unknown' } }, ['licence']],
    ['a free licence without its source', { ...sound, licence: { ...licence, kind: 'free' } }, ['source']],
    ['an agency without its name', { ...sound, licence: { ...licence, kind: 'agency' } }, ['source']],
    ['an agency by its name', { ...sound, source: 'ТАСС', licence: { ...licence, kind: 'agency' } }, []],
    ['its last day', { ...sound, licence: { ...licence, until: day } }, []],
    ['the day after', { ...sound, licence: { ...licence, until: '2026-11-24' } }, ['licenceEnded']],
    ['for the web only', { ...sound, licence: { ...licence, use: 'web' } }, ['licenceUse']],
    ['for print only', { ...sound, licence: { ...licence, use: 'print' } }, []],
    ['an adult who agreed', { ...sound, persons: [person] }, []],
    ['an adult who did not', { ...sound, persons: [{ ...person, consent: 'none' }] }, ['consent']],
    ['a consent that ended', { ...sound, persons: [{ ...person, until: '2026-11-01' }] }, ['consentEnded']],
    ['a child with a parent’s word', { ...sound, persons: [child] }, []],
    ['a child with its own word only', { ...sound, persons: [{ ...child, consent: 'given' }] }, ['minor']],
    ['a child after the end of it', { ...sound, persons: [{ ...child, until: '2026-11-24' }] }, ['minorEnded']],
    ['the gravest first', { ...sound, credit: '', persons: [{ ...child, consent: 'none' }] }, ['minor', 'author']],
  ])('%s', (_what, card, expected) => {
    expect(kinds(card)).toEqual(expected)
  })

  it('asks for the use: a right to print is none for the web', () => {
    expect(kinds({ ...sound, licence: { ...licence, use: 'print' } }, 'web')).toEqual(['licenceUse'])
  })
})

const anyDay = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const anyCard = fc.record({
  ...{ caption: fc.string({ maxLength: 50 }), credit: fc.string({ maxLength: 50 }), source: fc.string({ maxLength: 50 }) },
  licence: fc.record({
    kind: fc.constantFrom(...licenceKinds),
    use: fc.constantFrom(...licenceUses),
    until: fc.option(anyDay),
    note: fc.string({ maxLength: 50 }),
  }),
  persons: fc.array(
    fc.record({
      name: fc.string({ maxLength: 50 }),
      minor: fc.boolean(),
      consent: fc.constantFrom(...consents),
      until: fc.option(anyDay),
    }),
    { maxLength: 4 },
  ),
  tags: fc.constant<string[]>([]),
})

test('U24 U25 no child without a parent’s consent and no ended right is ever left to a choice; time only takes rights away', () => {
  fc.assert(
    fc.property(anyCard, anyDay, anyDay, fc.constantFrom('print' as const, 'web' as const), (card, one, other, use) => {
      cardSchema.parse(card)
      const [early, late] = one < other ? [one, other] : [other, one]
      const before = rightsOf(card, use, early)
      const after = rightsOf(card, use, late)
      expect(after.length).toBeGreaterThanOrEqual(before.length)
      const unprotected = card.persons.filter(
        ({ minor, consent, until }) => minor && (consent !== 'parent' || (until !== null && until < late)),
      )
      const ended = card.licence.until !== null && card.licence.until < late
      const isBarred = after.some((gap) => weightOf(gap) === 'law')
      expect(isBarred).toBe(unprotected.length > 0 || ended || (card.licence.use !== 'everywhere' && card.licence.use !== use))
      const end = rightsEnd(card)
      if (end !== null && end < late) expect(after.length).toBeGreaterThan(0)
    }),
  )
})
