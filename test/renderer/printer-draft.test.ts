import { describe, expect, it } from 'vitest'
import { draftOf, faultsOf, freePrinterId, profileOf } from '../../src/renderer/features/settings/printers/printer-draft.ts'
import { newspaperPrinter } from '../../src/shared/export/printer-profile.ts'

describe('the form of a printer', () => {
  it('gives back what it was made of', () => {
    const profile = { ...newspaperPrinter, bleed: 3.5 }
    expect(profileOf(draftOf(profile))).toEqual(profile)
    expect(draftOf(profile).bleed).toBe('3,5')
  })

  it('names the fields that can’t be taken and saves nothing until then', () => {
    const draft = { ...draftOf(newspaperPrinter), name: ' ', width: 'A3', inkLimit: '240,5', bleed: '-1', least: '' }
    expect([...faultsOf(draft)].sort()).toEqual(['bleed', 'inkLimit', 'least', 'name', 'width'])
    expect(profileOf(draft)).toBeNull()
  })

  it('finds an id that is free', () => {
    expect(freePrinterId(['newspaper', 'printer-2'])).toBe('printer-3')
  })
})
