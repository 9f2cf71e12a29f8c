import { z } from 'zod'

/** The place of a picture that must stay when it is cropped: fractions of its width and height from the top left. */
export const focusSchema = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
export type Focus = z.infer<typeof focusSchema>
