import type { Extensions } from '@tiptap/core'
import { ArticleDocument, Paragraph, Photo, Text } from './blocks.ts'
import { Bold, Italic, Link, PrintOnly, WebOnly } from './marks.ts'

/** Nodes and marks of the editor, in the order of the text schema: the order of marks is part of a content's hash. */
export const schemaExtensions: Extensions = [ArticleDocument, Paragraph, Photo, Text, Link, Bold, Italic, PrintOnly, WebOnly]
