import { describe, expect, it } from 'vitest'
import { contrastOnPaper, screenOf, usualColours } from '../../../src/shared/layout/ink.ts'

describe('colours of a page', () => {
  it('a screen shows the pure inks and paper as they are', () => {
    expect(screenOf([0, 0, 0, 0])).toEqual([1, 1, 1])
    expect(screenOf([0, 0, 0, 100])).toEqual([0, 0, 0])
    expect(screenOf(usualColours.accent.print)).toEqual(usualColours.accent.screen)
  })

  it('each ink more makes a colour darker', () => {
    const light = contrastOnPaper(screenOf([40, 20, 0, 0]))
    expect(contrastOnPaper(screenOf([40, 20, 0, 20]))).toBeGreaterThan(light)
    expect(contrastOnPaper(screenOf([60, 20, 0, 0]))).toBeGreaterThan(light)
  })

  it('contrast is that of WCAG: 1 for paper itself, 21 for black', () => {
    expect(contrastOnPaper([1, 1, 1])).toBeCloseTo(1, 6)
    expect(contrastOnPaper([0, 0, 0])).toBeCloseTo(21, 6)
  })
})
