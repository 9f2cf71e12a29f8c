import type { Block } from '../../../shared/article/content.ts'
import { cleanText, tidyLine } from './clean.ts'
import { type Draft, type NamedPhoto, paragraph, textRuns } from './draft.ts'
import { readFrontMatter } from './front-matter.ts'
import { findHeadline } from './headline.ts'
import { parseMarkdown } from './markdown.ts'

export type TextFormat = 'plain' | 'markdown'

/** Plain text: every line with something on it is a paragraph. */
const plainBlocks = (lines: readonly string[]): Block[] =>
  lines.map(tidyLine).flatMap((line) => (line === '' ? [] : [paragraph('paragraph', textRuns(line))]))

/** What a text says whose first paragraph became its headline; plain text has no other way to give one. */
const noHeading: Readonly<Record<TextFormat, string | null>> = {
  plain: null,
  markdown: 'Строки «# Заголовок» нет: заголовком стала первая строка.',
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
  const headed = findHeadline(fields.headline || read.heading, read.blocks, noHeading[format], name)
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
