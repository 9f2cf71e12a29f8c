import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../../src/shared/article/content.ts'
import { stampImprint } from '../../../src/shared/signoff/imprint-slot.ts'
import { comparePageContents, type PageContent, pageContentSchema } from '../../../src/shared/signoff/page-content.ts'

const hash = fc.stringMatching(/^[0-9a-f]{64}$/)
const content: fc.Arbitrary<PageContent> = fc
  .record({
    page: fc.integer({ min: 1, max: 16 }),
    pages: fc.integer({ min: 1, max: 16 }),
    stories: fc.uniqueArray(fc.record({ article: fc.uuid(), contentHash: hash, place: fc.option(hash) }), {
      selector: ({ article }) => article,
      maxLength: 4,
    }),
    media: fc.array(hash, { maxLength: 3 }),
    plan: fc.option(hash),
    adverts: fc.uniqueArray(fc.record({ advert: fc.uuid(), contentHash: hash }), {
      selector: ({ advert }) => advert,
      maxLength: 2,
    }),
    publication: hash,
    drawn: hash,
  })
  .map((parts) => ({ schemaVersion: 1, issue: '47 (1295)', plannedFor: '2026-11-25', columns: 5, ...parts }))

test('K20 a page is the one that was signed only when nothing of it is another', () => {
  fc.assert(
    fc.property(content, content, (signed, other) => {
      expect(comparePageContents(signed, structuredClone(signed))).toEqual([])
      for (const key of Object.keys(signed)) {
        const changed = pageContentSchema.parse({ ...signed, [key]: Reflect.get(other, key) })
        const differs = canonicalJson(changed) !== canonicalJson(signed)
        expect(comparePageContents(signed, changed).length > 0).toBe(differs)
      }
    }),
    { numRuns: 60 },
  )
})

test('W18 the times stand in the form the line was written in, and other lines stay as they are', () => {
  const at = (time: string) => Date.parse(`2026-11-24T${time}:00+03:00`)
  const times = { planned: at('18:00'), actual: at('17:42') }
  const written = ['Тираж 900', 'Номер подписан в печать: по графику в 20.00, фактически в 20.00', '12+']
  expect(stampImprint(written, times, 'Europe/Moscow')).toEqual([
    'Тираж 900',
    'Номер подписан в печать: по графику в 18:00, фактически в 17:42',
    '12+',
  ])
  expect(stampImprint(written, { ...times, actual: null }, 'Europe/Moscow')[1]).toContain('фактически в 00:00')
  expect(stampImprint(['12+'], times, 'Europe/Moscow')).toEqual(['12+'])
})
