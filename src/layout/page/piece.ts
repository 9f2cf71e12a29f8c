import type { Faces } from '../text/faces.ts'
import { type FlowPoint, flowRows, startOfFlow } from './fit-columns.ts'
import type { Galley, StoryPhoto } from './galley.ts'
import { composeHead, type Head, type HeadTexts, type Importance } from './head.ts'
import { noPhotoText, type PhotoText, setPhotoText } from './photo.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { noTable, type SetTable, type StoryTable, setTable } from './table.ts'

/** The part of a story that stands on one page: mostly all of it. */
export interface Piece {
  readonly galley: Galley
  readonly from: FlowPoint
  /** Rows of body text meant for this page. */
  readonly rows: number
  readonly photos: readonly StoryPhoto[]
  /** The page it goes on to, and the page it began on. */
  readonly jumpTo: number | null
  readonly jumpFrom: number | null
  /** Tables, which stand on the page where the story begins; one of them set over so many columns. */
  readonly tables: readonly StoryTable[]
  readonly table: (index: number, span: number) => SetTable
  readonly head: (span: number, importance: Importance, step: number) => Head
  readonly photoText: (photo: StoryPhoto, span: number) => PhotoText
}

/** All of a piece that its place on a page is chosen by: pieces alike in this get equal zones. */
export type PieceFrame = Pick<Piece, 'rows' | 'photos' | 'tables' | 'jumpTo' | 'jumpFrom' | 'head' | 'photoText' | 'table'> & {
  readonly galley: Pick<Galley, 'tallest'>
}

const remembered = <Value>(make: (...key: number[]) => Value) => {
  const known = new Map<string, Value>()
  return (...key: number[]): Value => {
    const name = key.join()
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make(...key)
    known.set(name, made)
    return made
  }
}

const importances: readonly Importance[] = ['lead', 'second']

/** What stands around the body of a piece, set when it is asked for and remembered. */
export interface PieceFurnisher {
  /** Where a story has begun, in words. */
  continued(from: number): string
  head(texts: HeadTexts, continued: string | null): Piece['head']
  photoText(photos: readonly StoryPhoto[]): Piece['photoText']
  table(tables: readonly StoryTable[]): Piece['table']
}

export const pieceFurnisher = (spec: PublicationSpec, faces: Faces): PieceFurnisher => ({
  continued: (from) => `Начало на ${spec.pageWord}\u00a0${from}`,
  head(texts, continued) {
    const head = remembered((span, importance, step) =>
      composeHead(texts, spec, faces, {
        span: span ?? 1,
        importance: importances[importance ?? 0] ?? 'second',
        step: step ?? 0,
        continued,
      }),
    )
    return (span, importance, step) => head(span, importances.indexOf(importance), step)
  },
  photoText(photos) {
    const photoText = remembered((number, span) => {
      const photo = photos.find((one) => one.number === number)
      return photo === undefined ? noPhotoText : setPhotoText(photo, spec, faces, span ?? 1)
    })
    return (photo, span) => photoText(photo.number, span)
  },
  table: (tables) => remembered((index, span) => setTable(tables[index ?? 0] ?? noTable, spec, faces, span ?? 1)),
})

export interface PieceOptions {
  readonly from?: FlowPoint
  readonly rows?: number
  readonly jumpTo?: number | null
  readonly jumpFrom?: number | null
}

/** A story, or a part of it, ready for a place on a page; what is set for it is remembered. */
export const pieceOf = (galley: Galley, furnisher: PieceFurnisher, options: PieceOptions = {}): Piece => {
  const { from = startOfFlow, jumpTo = null, jumpFrom = null } = options
  const photos = jumpFrom === null ? galley.photos : []
  const tables = jumpFrom === null ? galley.tables : []
  return {
    galley,
    from,
    rows: options.rows ?? flowRows(galley.blocks, from),
    photos,
    tables,
    jumpTo,
    jumpFrom,
    head: furnisher.head(galley, jumpFrom === null ? null : furnisher.continued(jumpFrom)),
    photoText: furnisher.photoText(photos),
    table: furnisher.table(tables),
  }
}
