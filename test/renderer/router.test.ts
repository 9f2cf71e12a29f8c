import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hrefOf, parseRoute, type Route } from '../../src/renderer/app/router.ts'

const detail = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null })
const routes: fc.Arbitrary<Route> = fc.oneof(
  fc.constant({ section: 'desk' as const }),
  fc.constant({ section: 'issue' as const }),
  fc.constant({ section: 'calendar' as const }),
  fc.record({ section: fc.constant('signoff' as const), page: fc.option(fc.integer({ min: 1, max: 999 })) }),
  fc.constant({ section: 'signoff' as const, page: null, view: 'queue' as const }),
  detail.map((article) => ({ section: 'article' as const, article })),
  detail.map((article) => ({ section: 'publishing' as const, article })),
  detail.map((part) => ({ section: 'settings' as const, part })),
  fc.option(fc.integer({ min: 1, max: 64 }), { nil: null }).map((page) => ({ section: 'page' as const, page })),
)

describe('addresses', () => {
  it('come back as the place they were made of', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(parseRoute(hrefOf(route))).toEqual(route)
      }),
    )
  })

  it('lead to the desk when there is none', () => {
    expect(parseRoute('')).toEqual({ section: 'desk' })
  })

  it.each(['#/nowhere', '#/page/0', '#/page/two', '#/page/-1'])('%s leads nowhere', (hash) => {
    expect(parseRoute(hash)).toBeNull()
  })

  it('never throw, whatever stands after the hash', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseRoute(`#/${text}`)
        parseRoute(`#/article/${text}`)
      }),
    )
  })
})
