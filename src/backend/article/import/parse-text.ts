import { type Block, textOf } from '../../../shared/article/content.ts'
import { cleanText, tidyLine } from './clean.ts'
import { type Draft, headlineLimit, type NamedPhoto, paragraph, textRuns } from './draft.ts'
import { readFrontMatter } from './front-matter.ts'
import { asLead, parseMarkdown } from './markdown.ts'

export type TextFormat = 'plain' | 'markdown'

/** Plain text: every line with something on it is a paragraph. */
const plainBlocks = (lines: readonly string[]): Block[] =>
  lines.map(tidyLine).flatMap((line) => (line === '' ? [] : [paragraph('paragraph', textRuns(line))]))

interface Headed {
  readonly headline: string
  readonly blocks: readonly Block[]
  /** How many blocks went from the beginning. */
  readonly taken: number
  readonly warnings: readonly string[]
}

/** The first words of a text, up to about 80 characters. */
const openingWords = (text: string): string => {
  if (text.length <= 90) return text
  const words = text.slice(0, 81).replace(/\s+\S*$/, '')
  return `${words.slice(0, 80).replace(/[\s.,:;–—\ud800-\udbff-]+$/, '')}…`
}

/**
 * Finds the headline: what the file says, else its first paragraph; where that is too long for one it stays in the
 * text and only lends its beginning. A text that has no words is called by the name of its file.
 */
const findHeadline = (given: string | null, blocks: readonly Block[], format: TextFormat, name: string): Headed => {
  if (given) return { headline: given, blocks, taken: 0, warnings: [] }
  const [first, second, ...others] = blocks
  const text = first ? textOf(first.content) : ''
  const fits = first?.type === 'paragraph' && first.attrs.kind !== 'lead' && text.length <= headlineLimit
  const linked = first?.content.some((run) => run.marks?.some((mark) => mark.type === 'link')) ?? false
  if (fits && !linked)
    return {
      headline: text,
      blocks: second ? [asLead(second) ?? second, ...others] : [],
      taken: 1,
      warnings: format === 'markdown' ? ['Строки «# Заголовок» нет: заголовком стала первая строка.'] : [],
    }
  const beginning = openingWords(text)
  return beginning
    ? {
        headline: beginning,
        blocks,
        taken: 0,
        warnings: ['Строки заголовка нет: им стало начало первого абзаца, поправьте его.'],
      }
    : { headline: name.replace(/\.[^.]+$/, ''), blocks, taken: 0, warnings: ['Заголовка нет: материал назван по имени файла.'] }
}

/**
 * Understands the text of a file called `name`. Returns null when there is nothing to read in it. Every word of the
 * source is somewhere in the draft: what has no place of its own becomes a note for the newsroom.
 */
export const parseText = (source: string, format: TextFormat, name: string): Draft | null => {
  const { fields, photos: front, unknown, rest } = readFrontMatter(cleanText(source).split('\n'))
  const read = format === 'markdown' ? parseMarkdown(rest) : { heading: null, blocks: plainBlocks(rest), photos: [] }
  const empty = read.blocks.length === 0 && !read.heading && Object.values(fields).every((value) => value === '')
  if (empty && unknown.length === 0 && front.length === 0 && read.photos.length === 0) return null

  // A head that gives another headline than the text leaves the text's own as its first subhead.
  const second = fields.headline && read.heading && read.heading !== fields.headline ? read.heading : null
  const headed = findHeadline(fields.headline || read.heading, read.blocks, format, name)
  const before = second ? [paragraph('subhead', textRuns(second))] : []
  const notes = unknown.map((line) => paragraph('note', textRuns(line)))
  const body = [...before, ...headed.blocks, ...notes]
  const shift = before.length - headed.taken
  const lead = body[0]?.type === 'paragraph' && body[0].attrs.kind === 'lead' ? 1 : 0
  const photos: NamedPhoto[] = [
    ...front.map((photo) => ({ ...photo, place: lead })),
    ...read.photos.map((photo) => ({ ...photo, place: Math.max(0, photo.place + shift) })),
  ]
  const warnings = [...headed.warnings]
  if (notes.length > 0) warnings.push(`Строки в начале файла не поняты и оставлены заметкой в конце текста: ${unknown.length}.`)
  return {
    rubric: fields.rubric ?? '',
    kicker: fields.kicker ?? '',
    headline: headed.headline,
    deck: fields.deck ?? '',
    byline: fields.byline ?? '',
    body,
    photos,
    warnings,
  }
}
