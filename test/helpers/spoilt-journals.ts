import { openDocument, type StoredDocument } from '../../src/backend/store/document.ts'
import { type ForgetfulFiles, forgetfulFiles } from './forgetful-files.ts'

const base = '/disk/a'
const open = (disk: ForgetfulFiles): Promise<StoredDocument> =>
  openDocument({ files: disk.files, base, readOnly: false, derive: (doc) => doc.getText('deck').toString() })
const textOf = (stored: StoredDocument): string => stored.doc.getText('deck').toString()

/** A journal that was written word after word, and how long it was when each word was acknowledged. */
interface WrittenJournal {
  readonly disk: ForgetfulFiles
  readonly journal: Uint8Array
  /** The text that was safe when the journal had this many bytes. */
  readonly safe: readonly { readonly bytes: number; readonly text: string }[]
}

/** Types so many words, each acknowledged, and folds the journal after some of them. */
export const writeJournal = async (words: number, foldAfter: number, random: () => number): Promise<WrittenJournal> => {
  const disk = forgetfulFiles()
  disk.plant('/disk/other', '')
  const stored = await open(disk)
  stored.doc.clientID = 7
  const safe: { bytes: number; text: string }[] = []
  for (let word = 0; word < words; word += 1) {
    const deck = stored.doc.getText('deck')
    deck.insert(deck.length, `слово${word}${'ж'.repeat(Math.floor(random() * 40))} `)
    await stored.saved()
    if (word + 1 === foldAfter) await stored.compact()
    if (word + 1 >= foldAfter) safe.push({ bytes: disk.contents().get(`${base}.journal`)?.length ?? 0, text: deck.toString() })
  }
  return { disk, journal: disk.contents().get(`${base}.journal`) ?? new Uint8Array(), safe }
}

export interface Spoiling {
  readonly how: 'truncated' | 'flipped'
  /** A byte of the journal for one that is cut there, a bit for one that is turned. */
  readonly at: number
}

export type SpoiltOutcome =
  /** Opened with every word that was acknowledged before the damage; `told` says whether a person hears of it. */
  | { readonly kind: 'whole' | 'shortened'; readonly told: boolean }
  /** Words from before the damage are gone, or the text is one that was never written. */
  | { readonly kind: 'wrong'; readonly why: string }

/** Spoils the journal and opens the document as the program would. */
export const openSpoilt = async ({ disk, journal, safe }: WrittenJournal, { how, at }: Spoiling): Promise<SpoiltOutcome> => {
  const spoilt =
    how === 'truncated' ? journal.slice(0, at) : journal.map((byte, i) => (i === at >> 3 ? byte ^ (1 << (at & 7)) : byte))
  const intact = how === 'truncated' ? at : at >> 3
  const other = forgetfulFiles()
  for (const [name, bytes] of disk.contents()) other.plant(name, name === `${base}.journal` ? spoilt : bytes)
  let stored: StoredDocument
  try {
    stored = await open(other)
  } catch (error) {
    return { kind: 'wrong', why: `did not open: ${String(error)}` }
  }
  const text = textOf(stored)
  const told = stored.notices.length > 0
  await stored.close()
  const whole = safe.at(-1)?.text ?? ''
  const before = safe.findLast(({ bytes }) => bytes <= intact)?.text ?? ''
  if (!whole.startsWith(text)) return { kind: 'wrong', why: 'a text that nobody wrote' }
  if (text.length < before.length) return { kind: 'wrong', why: `${before.length - text.length} acknowledged letters are gone` }
  if (text === whole) return { kind: 'whole', told }
  // A journal cut exactly between two entries can't be told from one that ended there.
  const clean = how === 'truncated' && safe.some(({ bytes }) => bytes === at)
  if (!told && !clean) return { kind: 'wrong', why: 'words are gone and nobody is told' }
  return { kind: 'shortened', told }
}
