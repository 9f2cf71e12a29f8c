import { type Ink, screenInks } from '../../../shared/layout/display.ts'
import { operand } from './sheet.ts'

/**
 * The page's inks on newsprint: shares of cyan, magenta, yellow, black. Each is one process ink, so that small type
 * stays sharp when the plates are not in register: the accent is pure cyan, greys are screens of black.
 */
const printInks: Readonly<Record<Ink, readonly [number, number, number, number]>> = {
  black: [0, 0, 0, 1],
  grey: [0, 0, 0, 0.62],
  accent: [1, 0, 0, 0],
  paper: [0, 0, 0, 0],
  tint: [0, 0, 0, 0.08],
}

export type PdfTarget = 'print' | 'web'

/** Sets the colour of what is filled from now on. */
export const fillOperator = (target: PdfTarget, ink: Ink): string =>
  target === 'print'
    ? `${printInks[ink].map((share) => operand(share)).join(' ')} k`
    : `${screenInks[ink].map((share) => operand(share)).join(' ')} rg`

/** Names of the graphics states among a page's resources. */
export const overprintState = 'OP'
export const knockoutState = 'KO'
export const paleState = 'PA'

/**
 * Solid black type prints over what lies beneath it, so that no white line shows when the plates are not in register;
 * everything else cuts its shape out.
 */
export const stateFor = (ink: Ink, text: boolean): string => (text && ink === 'black' ? overprintState : knockoutState)
