import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { advertContentSchema, advertOrderSchema } from './advert.ts'

export const advertFileSchema = z.object({
  name: z.string(),
  kind: z.enum(['picture', 'document']),
  /** Of a picture in pixels, of a PDF's page in points. */
  width: z.number(),
  height: z.number(),
  /** What a printer would not like about a PDF, for people; empty where nothing is known against it. */
  remarks: z.array(z.string()),
})

export const advertSchema = advertContentSchema.extend({
  id: z.string(),
  ...advertOrderSchema.shape,
  /** Facts of the file; null where it has not come, or is gone. */
  fileFacts: advertFileSchema.nullable(),
  approval: z.enum(['approved', 'changed', 'notApproved']),
  approvedBy: z.string().nullable(),
  /** May the person who asks approve it? */
  mayApprove: z.boolean(),
})
/** An advert as lists show it. */
export type Advert = z.infer<typeof advertSchema>

const wordsSchema = advertContentSchema.omit({ file: true })

export const advertApi = {
  /** The adverts of an issue, those without one when `issue` is null; the earliest first. */
  list: reading('advert.list', z.object({ issue: z.string().nullable() }), z.array(advertSchema)),
  add: writing(
    'advert.add',
    'keepAdvert',
    z.object({
      advertiser: z.string(),
      title: z.string(),
      columns: wordsSchema.shape.columns,
      modules: wordsSchema.shape.modules,
      issue: z.string().nullable(),
    }),
    z.object({ id: z.string() }),
  ),
  /** Changes what is given; an approved advert whose content changes loses its approval. */
  update: writing(
    'advert.update',
    'keepAdvert',
    z.object({ advert: z.string(), words: wordsSchema.optional(), order: advertOrderSchema.optional() }),
    z.object({}),
  ),
  /** Puts a picture or a PDF into the place of the file there was. */
  setFile: writing(
    'advert.setFile',
    'keepAdvert',
    z.object({ advert: z.string(), name: z.string(), bytes: z.base64() }),
    z.object({ file: z.string(), remarks: z.array(z.string()) }),
  ),
  approve: writing('advert.approve', 'approveAdvert', z.object({ advert: z.string() }), z.object({})),
  /** Takes an advert back, or again out of the withdrawn ones; a withdrawn one stands in no zone. */
  withdraw: writing('advert.withdraw', 'keepAdvert', z.object({ advert: z.string(), withdrawn: z.boolean() }), z.object({})),
} as const
