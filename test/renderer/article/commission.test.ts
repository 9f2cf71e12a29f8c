import { describe, expect, it } from 'vitest'
import { commissionOf, whyWithoutPlace } from '../../../src/renderer/features/article/panel/commission.ts'

const nothing = { lines: null, characters: null, issue: null }

describe('the length that was ordered', () => {
  it('is told in lines where lines were ordered, otherwise in characters', () => {
    const both = { ...nothing, lines: 120, characters: 4000 }
    expect(commissionOf(both, 134, 5000)).toEqual({ unit: 'lines', ordered: 120, over: 14 })
    expect(commissionOf({ ...both, lines: null }, 134, 3900)).toEqual({ unit: 'characters', ordered: 4000, over: -100 })
  })

  it('waits for the lines to be counted, and is nothing where nothing was ordered', () => {
    expect(commissionOf({ ...nothing, lines: 120 }, null, 5000)).toBeNull()
    expect(commissionOf(nothing, 134, 5000)).toBeNull()
  })
})

describe('the reason why a story has no place', () => {
  it('is that it was taken out, or else how far its way to a page is', () => {
    const meant = { ...nothing, issue: '48 (1296)' }
    expect(whyWithoutPlace({ status: 'spiked' }, meant)).toEqual({ kind: 'spiked' })
    expect(whyWithoutPlace({ status: 'onHold' }, meant)).toEqual({ kind: 'onHold' })
    expect(whyWithoutPlace({ status: 'inProgress' }, meant)).toEqual({ kind: 'awaited', issue: '48 (1296)' })
    expect(whyWithoutPlace({ status: 'inProgress' }, nothing)).toEqual({ kind: 'unplaced' })
  })
})
