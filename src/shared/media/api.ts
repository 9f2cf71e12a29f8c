import { z } from 'zod'
import { writing } from '../api/operation.ts'

export const mediaApi = {
  /** Takes a picture in; the id is the SHA-256 of its bytes, so the same picture twice is one. */
  add: writing(
    'media.add',
    z.object({ name: z.string(), bytes: z.base64() }),
    z.object({ id: z.string(), width: z.number(), height: z.number() }),
  ),
} as const
