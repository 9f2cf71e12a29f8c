import { z } from 'zod'
import { reading, writing } from '../api/operation.ts'
import { focusSchema } from './focus.ts'

export const mediaApi = {
  /**
   * Takes a picture in, or where a document will do a PDF; the id is the SHA-256 of its bytes, so the same file twice is
   * one.
   */
  add: writing(
    'media.add',
    z.object({ name: z.string(), bytes: z.base64(), kind: z.enum(['picture', 'document']).default('picture') }),
    z.object({ id: z.string(), width: z.number(), height: z.number() }),
  ),
  read: reading(
    'media.read',
    z.object({ id: z.string() }),
    z.object({ name: z.string(), width: z.number(), height: z.number(), focus: focusSchema.nullable() }),
  ),
  /** Says what of a picture must stay when it is cropped; null leaves it to the layout. */
  setFocus: writing('media.setFocus', z.object({ id: z.string(), focus: focusSchema.nullable() }), z.object({})),
} as const
