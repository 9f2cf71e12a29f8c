import { z } from 'zod'

const channel = z.string()
const args = z.array(z.unknown())

/** What a page's preload tells the program. */
export const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invoke'), id: z.number(), channel, args }),
  z.object({ kind: z.literal('send'), channel, args }),
  z.object({ kind: z.literal('ask'), id: z.string(), permission: z.string(), check: z.boolean() }),
  z.object({
    kind: z.literal('context-menu'),
    x: z.number(),
    y: z.number(),
    isEditable: z.boolean(),
    selectionText: z.string(),
  }),
  z.object({ kind: z.literal('open'), url: z.string() }),
  z.object({ kind: z.literal('not-imitated'), api: z.string() }),
])

export type PageMessage = z.infer<typeof messageSchema>
