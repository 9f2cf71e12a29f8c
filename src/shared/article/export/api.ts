import { z } from 'zod'
import { reading } from '../../api/operation.ts'

/** Kinds of files an article is given out as; `messenger` is text for the clipboard. */
export const articleFormats = ['docx', 'html', 'markdown', 'plain', 'messenger'] as const
export type ArticleFormat = (typeof articleFormats)[number]

/**
 * What becomes of open suggestions: `redline` writes them as tracked changes with the comments on the margin (DOCX only),
 * `accepted` and `standing` write clean text, with all of them accepted or with none (rule G1).
 */
export const suggestionTreatments = ['redline', 'accepted', 'standing'] as const
export type SuggestionTreatment = (typeof suggestionTreatments)[number]

/** An article as a file of its own. */
export const articleCopySchema = z.object({
  /** A name for the file, with its extension. */
  name: z.string(),
  /** Where it was written; null where its bytes are the answer. */
  file: z.string().nullable(),
  /** The file in base64; null where it was written. */
  bytes: z.base64().nullable(),
  /** What of the article could not be told in this format, for people. */
  notes: z.array(z.string()),
})
export type ArticleCopy = z.infer<typeof articleCopySchema>

export const articleExportApi = {
  /**
   * Gives an article out as a file of its own. `file` null answers with its bytes; a path writes it there, a folder into it
   * under the article's own name.
   */
  make: reading(
    'articleExport.make',
    z.object({
      article: z.string(),
      format: z.enum(articleFormats),
      suggestions: z.enum(suggestionTreatments),
      file: z.string().nullable(),
    }),
    articleCopySchema,
  ),
} as const
