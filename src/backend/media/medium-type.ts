import { z } from 'zod'
import { documentFlaws } from '../../shared/advert/document-remark.ts'
import { cardSchema } from '../../shared/media/card.ts'
import { focusSchema } from '../../shared/media/focus.ts'
import type { RecordType } from '../store/json-file.ts'

export const pictureFormats = ['jpeg', 'png', 'webp', 'tiff'] as const
export const formats = [...pictureFormats, 'pdf'] as const

/** Who let a picture pass although its card lacks something, and why; it lapses with any change of the card. */
const passSchema = z.object({ person: z.string(), reason: z.string(), at: z.number() })

const mediumSchema = z.object({
  schemaVersion: z.literal(2),
  name: z.string(),
  format: z.enum(formats),
  width: z.number(),
  height: z.number(),
  bytes: z.number(),
  /** What speaks against a PDF, for people. */
  remarks: z.array(z.string()).optional(),
  /** What each of the remarks is about; unknown of those that were made before it was kept. */
  flaws: z.array(z.enum(documentFlaws)).optional(),
  /** What must stay of a picture when it is cropped; where nobody said so, the layout decides. */
  focus: focusSchema.optional(),
  /** What people wrote of it; absent until somebody does. */
  card: cardSchema.optional(),
  pass: passSchema.optional(),
  /** When it came in, milliseconds since 1970, and by whom; unknown of those that were there before it was kept. */
  taken: z.object({ at: z.number(), person: z.string().nullable() }).optional(),
})
/** What is known of a stored picture; sizes in pixels as it is seen, turned upright; of a PDF's page in points. */
export type Medium = z.infer<typeof mediumSchema>

/** How a picture's facts are stored. Version 2 may have a card, version 1 had none. */
export const mediumType: RecordType<Medium> = { version: 2, schema: mediumSchema, migrations: { 1: (old) => old } }
