import { z } from 'zod'

/** The two channels between the window and the backend; the preload names the same ones. */
export const callChannel = 'newsroom:call'
export const eventChannel = 'newsroom:event'

export const callSchema = z.object({ name: z.string(), input: z.unknown(), person: z.string().nullable() })
