import { cleanText, tidyLine } from './clean.ts'

const fieldKeys = ['rubric', 'kicker', 'headline', 'deck', 'byline'] as const
type FieldKey = (typeof fieldKeys)[number]

const isFieldKey = (key: string): key is FieldKey => fieldKeys.some((known) => known === key)

const photoKeys = ['caption', 'credit', 'alternative'] as const
type PhotoKey = (typeof photoKeys)[number]

const isPhotoKey = (key: string): key is PhotoKey => photoKeys.some((known) => known === key)

type FrontPhoto = Readonly<Record<'path' | PhotoKey, string>>

/** What stands between two lines of `---` at the head of a file, and the lines after it. */
export interface FrontMatter {
  readonly fields: Readonly<Partial<Record<FieldKey, string>>>
  readonly photos: readonly FrontPhoto[]
  /** Lines with a key this program does not know, a key given twice, or no key: kept, so that no word is lost. */
  readonly unknown: readonly string[]
  readonly rest: readonly string[]
}

const entry = /^\s*([\p{L}_-]+)\s*:\s*(.*)$/u
const knownKey = new Set<string>([...fieldKeys, 'photo', ...photoKeys])

/** A value: a JSON string, a string in single quotes, or the characters as they stand. */
const readValue = (source: string): string => {
  const text = source.trim()
  if (text.startsWith('"') && text.endsWith('"')) {
    try {
      const value: unknown = JSON.parse(text)
      // Escapes can write what a file can't hold.
      if (typeof value === 'string') return tidyLine(cleanText(value).replace(/\p{Surrogate}/gu, '\ufffd'))
    } catch {
      return tidyLine(text)
    }
  }
  if (text.length > 1 && text.startsWith("'") && text.endsWith("'")) return tidyLine(text.slice(1, -1).replaceAll("''", "'"))
  return tidyLine(text)
}

/**
 * Reads the head of a text: one `key: value` a line, `photo` as often as needed, each with a `caption`, a `credit` and an
 * `alternative` (what it shows, for those who don't see it) after or before it. Without a known key, or without the closing line, there is no head and the lines are text.
 */
export const readFrontMatter = (lines: readonly string[]): FrontMatter => {
  const none: FrontMatter = { fields: {}, photos: [], unknown: [], rest: lines }
  const first = lines.findIndex((line) => line.trim() !== '')
  if (first < 0 || lines[first]?.trim() !== '---') return none
  const end = lines.findIndex((line, i) => i > first && /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0) return none
  const head = lines.slice(first + 1, end)
  const keyOf = (line: string) => entry.exec(line)?.[1]?.toLowerCase() ?? ''
  if (!head.some((line) => knownKey.has(keyOf(line)))) return none

  const fields: Partial<Record<FieldKey, string>> = {}
  const photos: Record<'path' | PhotoKey, string>[] = []
  const waiting = { caption: '', credit: '', alternative: '' }
  const unknown: string[] = []
  for (const line of head) {
    const key = keyOf(line)
    const value = readValue(entry.exec(line)?.[2] ?? '')
    if (isFieldKey(key) && fields[key] === undefined) fields[key] = value
    else if (key === 'photo' && value !== '') {
      photos.push({ path: value, ...waiting })
      for (const one of photoKeys) waiting[one] = ''
    } else if (isPhotoKey(key) && (photos.at(-1) ?? waiting)[key] === '') (photos.at(-1) ?? waiting)[key] = value
    else if (line.trim() !== '' && !(key === 'photo' && value === '')) unknown.push(tidyLine(line))
  }
  for (const key of photoKeys) if (waiting[key] !== '') unknown.push(`${key}: ${waiting[key]}`)
  return { fields, photos, unknown, rest: lines.slice(end + 1) }
}
