import type { Area } from '../../../shared/preflight/finding.ts'
import type { PdfValue } from './value.ts'

/** A colour as it was set: the space by name («Separation All» for inks of their own), and its shares. */
export interface Colour {
  readonly space: string
  readonly values: readonly number[]
}

interface PaintedThing {
  /** Where it stands on the trimmed page. */
  readonly area: Area
}

/** One thing a page paints, in the order of painting. */
export type Painted = PaintedThing &
  (
    | {
        readonly kind: 'text'
        readonly size: number
        readonly colour: Colour
        readonly overprint: boolean
        /** Whether black leaves the inks beneath it alone (OPM 1). */
        readonly keeps: boolean
      }
    | { readonly kind: 'fill'; readonly colour: Colour; readonly overprint: boolean; readonly opacity: number }
    | { readonly kind: 'stroke'; readonly colour: Colour; readonly width: number }
    | {
        readonly kind: 'image'
        readonly object: PdfValue
        readonly space: string
        /** Pixels per inch in the worse and in the better direction. */
        readonly least: number
        readonly most: number
      }
    | { readonly kind: 'shading'; readonly space: string }
  )
