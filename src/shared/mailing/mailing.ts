import { z } from 'zod'
import { deliveryStatuses } from '../publishing/delivery.ts'

/** What becomes of the issue's PDF in a letter. */
export const pdfWays = ['attach', 'link', 'none'] as const
export type PdfWay = (typeof pdfWays)[number]

/** What a person says of a letter about an issue. */
export const letterOrderSchema = z.object({
  issue: z.string(),
  /** Id of an e-mail channel. */
  channel: z.string(),
  subject: z.string().trim().min(1).max(200),
  /** Words above the stories; paragraphs by lines. */
  intro: z.string().max(5000),
  pdf: z.enum(pdfWays),
  /** Where the PDF lies on the web, when it is linked. */
  pdfLink: z.string().trim(),
  /** Articles that go with it as sheets for notice boards. */
  notices: z.array(z.string()).max(5),
})
export type LetterOrder = z.infer<typeof letterOrderSchema>

/** `draft` was made up, `running` is sent as the mailbox allows, `paused` waits for a person. */
export const mailingStates = ['draft', 'running', 'paused'] as const

/** A letter to one recipient, as people see it. */
export const letterSchema = z.object({
  delivery: z.string(),
  recipient: z.string(),
  organisation: z.string(),
  status: z.enum(deliveryStatuses),
  reason: z.string().nullable(),
  sentAt: z.number().nullable(),
})
export type Letter = z.infer<typeof letterSchema>

export const mailingSchema = letterOrderSchema.extend({
  id: z.string(),
  /** The letter as plain text. */
  text: z.string(),
  files: z.array(z.object({ name: z.string(), size: z.number() })),
  /** What a person should know before it is sent. */
  warnings: z.array(z.string()),
  /** When a letter to oneself was last taken by the server, and by whose address; null while it was not. */
  testedAt: z.number().nullable(),
  testedTo: z.string().nullable(),
  state: z.enum(mailingStates),
  /** Why it stands still by itself; null when a person stopped it, or nobody did. */
  pauseReason: z.string().nullable(),
  letters: z.array(letterSchema),
  /** Addresses that have no letter of it yet. */
  waiting: z.number(),
  /** Addresses that get none of it: letters to them came back, or their owners asked so. */
  leftOut: z.object({ bouncing: z.number(), unsubscribed: z.number() }),
})
export type Mailing = z.infer<typeof mailingSchema>
