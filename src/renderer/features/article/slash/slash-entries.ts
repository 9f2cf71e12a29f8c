import { type BlockKind, blockKinds, type InsetType, insetTypes } from '../../../../shared/article/text-schema.ts'

/** What the menu at «/» puts into a text. */
export const slashKinds = [...blockKinds, 'photo', 'library', 'video', 'attachment'] as const
export type SlashKind = BlockKind | InsetKind

/** What the menu asks for before it stands in the text: an inset, or a photo that the newsroom already has. */
export type InsetKind = InsetType | 'library'

export const isInsetKind = (kind: SlashKind): kind is InsetKind => kind === 'library' || insetTypes.some((type) => type === kind)

/** The name of an entry of the menu, in the words of the interface. */
export const entryName = (
  words: {
    readonly kinds: Readonly<Record<BlockKind, string>>
    readonly insets: Readonly<Record<InsetType, string>>
    readonly photo: { readonly library: { readonly open: string } }
  },
  kind: SlashKind,
): string => {
  if (kind === 'library') return words.photo.library.open
  return isInsetKind(kind) ? words.insets[kind] : words.kinds[kind]
}

export interface SlashEntry {
  readonly kind: SlashKind
  readonly label: string
  /** Other words by which people look for it. */
  readonly words: string
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim()

/** Entries one of whose words begins as the query does, those whose name begins so first (rule Z11). */
export const findEntries = (entries: readonly SlashEntry[], query: string): readonly SlashEntry[] => {
  const wanted = plain(query)
  if (wanted === '') return entries
  const begins = (text: string) => plain(text).startsWith(wanted)
  const inWords = (text: string) => text.split(/\s+/).some(begins)
  const [named, meant]: SlashEntry[][] = [[], []]
  for (const entry of entries) {
    if (begins(entry.label)) named?.push(entry)
    else if (inWords(entry.label) || inWords(entry.words)) meant?.push(entry)
  }
  return [...(named ?? []), ...(meant ?? [])]
}

/** So many entries at most stand in the menu: those around the one in hand. */
export const shownEntries = 9

/** The first entry that is shown when this one of so many is in hand. */
export const firstShown = (inHand: number, count: number): number =>
  Math.max(0, Math.min(inHand - Math.floor(shownEntries / 2), count - shownEntries))
