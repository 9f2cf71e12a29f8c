import { colourOf, type Ink, type PageColours, usualColours } from '../../../shared/layout/ink.ts'
import { operand } from './sheet.ts'

export type PdfTarget = 'print' | 'web'

/** Sets the colour of what is filled from now on: one of the page's inks, in the colours of its publication. */
export const fillOperator = (target: PdfTarget, ink: Ink, colours: PageColours): string => {
  const { print, screen } = colourOf(ink, colours)
  return target === 'print'
    ? `${print.map((percent) => operand(percent / 100)).join(' ')} k`
    : `${screen.map((share) => operand(share)).join(' ')} rg`
}

/** Sets black, which no publication chooses. */
export const blackOperator = (target: PdfTarget): string => fillOperator(target, 'black', usualColours)

/** Names of the graphics states among a page's resources. */
export const overprintState = 'OP'
export const knockoutState = 'KO'
export const paleState = 'PA'

/**
 * Solid black type prints over what lies beneath it, so that no white line shows when the plates are not in register;
 * everything else cuts its shape out.
 */
export const stateFor = (ink: Ink, text: boolean): string => (text && ink === 'black' ? overprintState : knockoutState)
