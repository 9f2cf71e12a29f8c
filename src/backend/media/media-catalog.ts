import { type DocumentFlaw, documentFlaws } from '../../shared/advert/document-remark.ts'
import { type Consent, consents, licenceKinds, licenceUses, type MediumCard } from '../../shared/media/card.ts'
import type { CatalogType } from '../store/catalog-rows.ts'
import { listOf, number, oneOf, text } from '../store/columns.ts'
import type { CellReader } from '../store/table.ts'
import { formats, type Medium } from './medium-type.ts'

/** A picture in the catalog: all that is known of it. */
export interface MediumRow extends Omit<Medium, 'schemaVersion'> {
  readonly stamp: string
}

/** What lists need of a picture. */
interface CardCells {
  readonly hasCard: boolean
  readonly caption: string
  readonly credit: string
  readonly source: string
  readonly licence: MediumCard['licence']['kind']
  readonly licenceUse: MediumCard['licence']['use']
  /** Empty without an end. */
  readonly licenceUntil: string
  readonly licenceNote: string
  readonly tags: readonly string[]
  /** Of those shown, in one order: name, under age, consent, and its end, empty without one. */
  readonly personNames: readonly string[]
  readonly personMinors: readonly boolean[]
  readonly personConsents: readonly Consent[]
  readonly personUntil: readonly string[]
}

/** A picture as columns: remarks as lines of one text; a focus as two numbers, below zero where there is none. */
interface MediumCells extends Pick<MediumRow, 'stamp' | 'name' | 'format' | 'width' | 'height' | 'bytes'>, CardCells {
  readonly remarks: string
  readonly flaws: readonly DocumentFlaw[]
  readonly focusX: number
  readonly focusY: number
  /** NaN where it is not known. */
  readonly takenAt: number
  readonly takenBy: string
  /** NaN where nobody let it pass. */
  readonly passAt: number
  readonly passBy: string
  readonly passReason: string
}

const cardCells = (card: MediumCard | undefined): CardCells => ({
  hasCard: card !== undefined,
  caption: card?.caption ?? '',
  credit: card?.credit ?? '',
  source: card?.source ?? '',
  licence: card?.licence.kind ?? 'unknown',
  licenceUse: card?.licence.use ?? 'everywhere',
  licenceUntil: card?.licence.until ?? '',
  licenceNote: card?.licence.note ?? '',
  tags: card?.tags ?? [],
  personNames: (card?.persons ?? []).map(({ name }) => name),
  personMinors: (card?.persons ?? []).map(({ minor }) => minor),
  personConsents: (card?.persons ?? []).map(({ consent }) => consent),
  personUntil: (card?.persons ?? []).map(({ until }) => until ?? ''),
})

const cardFrom = (cell: CellReader<MediumCells>): { card?: MediumCard } => {
  if (!cell('hasCard')) return {}
  const minors = cell('personMinors')
  const agreed = cell('personConsents')
  const until = cell('personUntil')
  return {
    card: {
      caption: cell('caption'),
      credit: cell('credit'),
      source: cell('source'),
      licence: {
        kind: cell('licence'),
        use: cell('licenceUse'),
        until: cell('licenceUntil') || null,
        note: cell('licenceNote'),
      },
      tags: [...cell('tags')],
      persons: cell('personNames').map((name, at) => ({
        name,
        minor: minors[at] ?? false,
        consent: agreed[at] ?? 'none',
        until: until[at] || null,
      })),
    },
  }
}

const focusOf = (x: number, y: number) => (x < 0 ? {} : { focus: { x, y } })
const remarksOf = (lines: string, flaws: readonly DocumentFlaw[]) => ({
  ...(lines === '' ? {} : { remarks: lines.split('\n') }),
  ...(flaws.length === 0 ? {} : { flaws: [...flaws] }),
})
const takenFrom = (at: number, person: string) => (Number.isNaN(at) ? {} : { taken: { at, person: person || null } })
const passFrom = (at: number, person: string, reason: string) => (Number.isNaN(at) ? {} : { pass: { at, person, reason } })

/** How pictures stand in the catalog's segments. */
export const mediumCatalogType: CatalogType<MediumRow, MediumCells> = {
  version: 6,
  columns: {
    ...{ stamp: text, name: text, format: oneOf(formats), width: number, height: number, bytes: number, remarks: text },
    flaws: listOf(oneOf(documentFlaws)),
    ...{ focusX: number, focusY: number },
    ...{ hasCard: oneOf([false, true]), caption: text, credit: text, source: text },
    ...{ licence: oneOf(licenceKinds), licenceUse: oneOf(licenceUses), licenceUntil: text, licenceNote: text },
    tags: listOf(text),
    ...{ personNames: listOf(text), personMinors: listOf(oneOf([false, true])) },
    ...{ personConsents: listOf(oneOf(consents)), personUntil: listOf(text) },
    ...{ takenAt: number, takenBy: text, passAt: number, passBy: text, passReason: text },
  },
  rank: () => 0,
  toCells: ({ remarks, flaws, focus, card, pass, taken, ...row }) => ({
    ...row,
    ...cardCells(card),
    flaws: flaws ?? [],
    remarks: (remarks ?? []).join('\n'),
    focusX: focus?.x ?? -1,
    focusY: focus?.y ?? -1,
    takenAt: taken?.at ?? Number.NaN,
    takenBy: taken?.person ?? '',
    passAt: pass?.at ?? Number.NaN,
    passBy: pass?.person ?? '',
    passReason: pass?.reason ?? '',
  }),
  fromCells: (cell) => ({
    stamp: cell('stamp'),
    name: cell('name'),
    format: cell('format'),
    width: cell('width'),
    height: cell('height'),
    bytes: cell('bytes'),
    ...remarksOf(cell('remarks'), cell('flaws')),
    ...focusOf(cell('focusX'), cell('focusY')),
    ...cardFrom(cell),
    ...takenFrom(cell('takenAt'), cell('takenBy')),
    ...passFrom(cell('passAt'), cell('passBy'), cell('passReason')),
  }),
}
