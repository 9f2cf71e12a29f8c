import type { Extensions } from '@tiptap/core'
import { ArticleDocument, Attachment, Paragraph, Photo, Text, Video } from './blocks.ts'
import { Bold, Italic, Link, PrintOnly, WebOnly } from './marks.ts'
import { DeletionMark, InsertionMark, ReformatMark } from './suggestion-marks.ts'

/** Nodes and marks of the text itself, in the order of the text schema: the order of marks is part of a content's hash. */
export const plainExtensions: Extensions = [
  ArticleDocument,
  Paragraph,
  Photo,
  Video,
  Attachment,
  Text,
  Link,
  Bold,
  Italic,
  PrintOnly,
  WebOnly,
]

/** Marks of what people suggest, behind the others. */
export const suggestionMarks = [InsertionMark, DeletionMark, ReformatMark] as const

export const schemaExtensions: Extensions = [...plainExtensions, ...suggestionMarks]
