import { z } from 'zod'
import { type PostForm, postForms, variantContentSchema, variantKey } from '../../shared/variant/variant.ts'
import type { RecordType } from '../store/json-file.ts'
import type { RecordStore } from '../store/record-store.ts'

const variantRecordSchema = z.object({
  schemaVersion: z.literal(1),
  article: z.string(),
  channel: z.string(),
  form: z.enum(postForms),
  /** Null where it was taken back: the channel gets what its formatter makes. */
  content: variantContentSchema.nullable(),
  /** The article as it stood when somebody last looked at the variant. */
  base: z.object({ contentHash: z.string(), paragraphs: z.array(z.string()) }),
  /** When a teaser is to come out, milliseconds since 1970; null where that is not proposed. No part of what is approved. */
  proposedAt: z.number().nullable(),
  editedBy: z.string(),
  editedAt: z.number(),
})
/** What an article says in one channel, as somebody wrote it. */
export type VariantRecord = z.infer<typeof variantRecordSchema>

/** How it is stored, one file a variant. */
export const variantType: RecordType<VariantRecord> = { version: 1, schema: variantRecordSchema, migrations: {} }

export type VariantStore = RecordStore<VariantRecord>

const idOf = (article: string, channel: string, form: PostForm): string => `${article}.${variantKey(channel, form)}`

/** The variant of an article for a channel; null where nobody wrote one. */
export const variantOf = (
  store: VariantStore,
  article: string,
  channel: string,
  form: PostForm = 'article',
): VariantRecord | null => store.get(idOf(article, channel, form))

/** All variants of an article. */
export const variantsOf = (store: VariantStore, article: string): readonly VariantRecord[] =>
  [...store.all().values()].filter((record) => record.article === article)

/** Resolves when the variant would survive a power cut. */
export const putVariant = (store: VariantStore, record: VariantRecord): Promise<void> =>
  store.put(idOf(record.article, record.channel, record.form), record)
