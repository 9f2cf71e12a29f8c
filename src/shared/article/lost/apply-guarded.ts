import * as Y from 'yjs'
import type { LostRun } from './lost-text.ts'
import { orderByNeighbours, type Strand } from './order-by-neighbours.ts'

type Update = ReturnType<typeof Y.decodeUpdate>

/** Which letters of an item nobody has struck, though they are gone. */
type Unstruck = (client: number, clock: number) => boolean

const textOf = (item: Y.Item): string => (item.content instanceof Y.ContentString ? item.content.str : '')

interface OpenRun {
  readonly first: Y.ID
  text: string
  readonly before: string
  readonly isNew: boolean
}

/**
 * The lost runs of one stretch of text as it was before the update took it out: letters that were struck, or are there
 * still, stand around them.
 */
const runsIn = (
  text: Y.XmlText,
  gone: ReadonlySet<Y.Item>,
  unstruck: Unstruck,
  isNew: (id: Y.ID) => boolean,
): readonly LostRun[] => {
  const runs: LostRun[] = []
  let open: OpenRun | null = null
  let around = ''
  const close = (after: string): void => {
    if (open)
      runs.push({
        id: `${open.first.client}-${open.first.clock}`,
        text: open.text,
        before: open.before,
        after,
        isNew: open.isNew,
      })
    open = null
  }
  for (let item = text._start; item; item = item.right) {
    const letters = textOf(item)
    // What was out before this update says nothing; it does not part what its neighbours say.
    if (letters === '' || (item.deleted && !gone.has(item))) continue
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters.charAt(at)
      const id = Y.createID(item.id.client, item.id.clock + at)
      if (gone.has(item) && unstruck(id.client, id.clock)) {
        if (open) open.text += letter
        else open = { first: id, text: letter, before: around, isNew: isNew(id) }
      } else close(letters.slice(at))
      around += letter
    }
  }
  close('')
  return runs
}

/** Strings of the update that came into what was taken out long ago: nothing of them is in the document but their places. */
const runsOutside = (
  doc: Y.Doc,
  structs: Update['structs'],
  known: ReadonlyMap<number, number>,
  unstruck: Unstruck,
): readonly LostRun[] => {
  const strands: Strand[] = []
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { client, clock } = struct.id
    if (clock + struct.length <= (known.get(client) ?? 0) || clock >= Y.getState(doc.store, client)) continue
    const place: unknown = Y.getItem(doc.store, struct.id)
    if (!(place instanceof Y.GC)) continue
    const letters = textOf(struct)
    strands.push({
      ...{ client, clock, origin: struct.origin, rightOrigin: struct.rightOrigin },
      letters: Array.from({ length: struct.length }, (_, at) =>
        clock + at >= (known.get(client) ?? 0) && unstruck(client, clock + at) ? letters.charAt(at) : '',
      ),
    })
  }
  return orderByNeighbours(strands).map(({ id, text }) => ({ id, text, before: '', after: '', isNew: true }))
}

/**
 * Applies a Yjs update and returns the words that went by it though nobody struck them (rule J11): a paragraph that one
 * person joined or took out takes with it what another typed into it meanwhile. What an update strikes by name its author
 * has seen; whatever else is gone was lost.
 */
export const applyGuarded = (doc: Y.Doc, update: Uint8Array, origin?: unknown): readonly LostRun[] => {
  const { structs, ds } = Y.decodeUpdate(update)
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  const unstruck: Unstruck = (client, clock) => !Y.isDeleted(ds, Y.createID(client, clock))
  const runs: LostRun[] = []
  // Before what is deleted is let go: its letters are still there.
  const look = (transaction: Y.Transaction): void => {
    const gone = new Set<Y.Item>()
    const texts = new Set<Y.XmlText>()
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item) || textOf(struct) === '') return
      gone.add(struct)
      if (struct.parent instanceof Y.XmlText) texts.add(struct.parent)
    })
    const isNew = ({ client, clock }: Y.ID): boolean => clock >= (known.get(client) ?? 0)
    for (const text of texts) runs.push(...runsIn(text, gone, unstruck, isNew))
  }
  doc.on('afterTransaction', look)
  try {
    Y.applyUpdate(doc, update, origin)
  } finally {
    doc.off('afterTransaction', look)
  }
  return [...runs, ...runsOutside(doc, structs, known, unstruck)].filter(({ text }) => text.trim() !== '')
}
