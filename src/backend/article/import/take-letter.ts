import type { ImportedFile } from '../../../shared/article/api.ts'
import { emptyAssignment } from '../../../shared/assignment/assignment.ts'
import { kindOf } from './collect.ts'
import { readComplaint } from './complaint.ts'
import { refused } from './imported.ts'
import { type Letter, readLetter } from './read-letter.ts'
import { type Intake, type SourceFile, takeIn } from './take-in.ts'

/** Bytes of a letter at most: post offices pass no more than 50 MB, and a saved one is a third longer. */
const letterLimit = 70 * 1024 * 1024

/** A name without folders: an attachment says where it lay, and must lie nowhere else. */
const bareName = (name: string): string => name.replace(/^.*[\\/]/, '').trim() || 'вложение'

const sourceOf = (letter: SourceFile, name: string, bytes: Uint8Array): SourceFile | null => {
  const kind = kindOf(name)
  // A letter inside of a letter is somebody else's.
  if (kind === null || kind === 'letter') return null
  return { path: `${letter.path} → ${bareName(name)}`, kind, size: bytes.length, read: () => Promise.resolve(bytes) }
}

/** The text of the letter itself, its subject as the headline. */
const ownText = (source: SourceFile, { subject, text }: Letter): SourceFile => {
  const bytes = new TextEncoder().encode([subject, text].filter((part) => part.trim() !== '').join('\n\n'))
  return { path: `${source.path} → письмо.txt`, kind: 'plain', size: bytes.length, read: () => Promise.resolve(bytes) }
}

/**
 * Takes a letter in (rule F26): each text that came with it is an article, or the letter itself where none did. Its sender
 * is their author; pictures stand in the article where there is one, and go to the media where there are several.
 */
export const takeLetter = async (intake: Intake, source: SourceFile): Promise<readonly ImportedFile[]> => {
  const refuse = (problem: string) => [refused(source.path, `«${source.path}»: ${problem}`)]
  if (source.size > letterLimit) return refuse('письмо слишком велико: больше 70 МБ. Сохраните вложения и импортируйте их.')
  let bytes: Uint8Array
  try {
    bytes = await source.read()
  } catch (error) {
    return [refused(source.path, readComplaint(source.path, error))]
  }
  const letter = await readLetter(bytes)
  if (!letter) return refuse('это не письмо, хотя файл и назван .eml. Сохраните письмо в почтовой программе ещё раз.')
  const attached = letter.files.map(({ name, bytes: content }) => ({
    name,
    bytes: content,
    source: sourceOf(source, name, content),
  }))
  const known = attached.flatMap((one) => (one.source ? [{ ...one, source: one.source }] : []))
  const texts = known.filter((one) => one.source.kind !== 'picture')
  const pictures = known.filter((one) => one.source.kind === 'picture')
  const mail = letter.mail.toLowerCase()
  const card =
    mail === '' ? undefined : intake.newsroom.authors.get().authors.find((author) => author.mail.toLowerCase() === mail)
  const own: Intake = {
    ...intake,
    sender: { name: card?.name ?? letter.sender, assignment: { ...emptyAssignment, author: card?.id ?? null } },
    pictures: texts.length <= 1 ? pictures.map(({ name, bytes: content }) => ({ name: bareName(name), bytes: content })) : [],
    findPhoto: async (from, named) => {
      const found = pictures.find(({ name }) => bareName(name).toLowerCase() === bareName(named).toLowerCase())
      return found ? { name: bareName(found.name), bytes: found.bytes } : intake.findPhoto(from, named)
    },
  }
  const steps = texts.length > 0 ? texts.map((one) => one.source) : [ownText(source, letter)]
  const outcomes: ImportedFile[] = []
  for (const step of steps) outcomes.push(await takeIn(own, step))
  if (texts.length > 1) for (const one of pictures) outcomes.push(await takeIn(intake, one.source))
  const left = attached.filter((one) => one.source === null).map(({ name }) => bareName(name))
  const [first, ...others] = outcomes
  if (!first) return []
  const warnings = [...first.warnings]
  if (left.length > 0) warnings.push(`Вложения, которые не импортируются: ${left.join(', ')}. Сохраните их из письма сами.`)
  if (texts.length > 0 && letter.text.trim() !== '') warnings.push(`В письме сказано: «${letter.text.trim().slice(0, 300)}»`)
  return [{ ...first, warnings }, ...others]
}
