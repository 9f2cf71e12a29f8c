import { z } from 'zod'
import { reading } from '../api/operation.ts'
import { stages } from '../assignment/schedule.ts'
import { printedPlaceSchema } from '../correction/correction.ts'
import { stepActions } from '../workflow/approval.ts'
import { articleStatuses, workflowActions } from '../workflow/states.ts'
import { deskReasons } from './desk.ts'
import { waitingVariants } from './item.ts'

/** Rows of one heap in an answer at most; `total` counts all. */
export const heapLimit = 100

const rowSchema = z.object({
  article: z.string(),
  headline: z.string(),
  rubric: z.string(),
  status: z.enum(articleStatuses),
  reason: z.enum(deskReasons),
  returned: z.boolean(),
  /** Why a variant of it waits; null where none does. */
  variant: z.enum(waitingVariants).nullable(),
  /** Where the mistake was printed that this notice puts right; null for every other article. */
  corrects: printedPlaceSchema.nullable(),
  people: z.array(z.string()),
  issue: z.string().nullable(),
  page: z.number().nullable(),
  /** Commissioned lines; null where nobody said. */
  lines: z.number().nullable(),
  characters: z.number(),
  /** In milliseconds since 1970, and for how many it is late. */
  due: z.number().nullable(),
  late: z.number().nullable(),
  next: z.enum(workflowActions).nullable(),
  lastPerson: z.string().nullable(),
  lastAt: z.number().nullable(),
})
export type DeskRow = z.infer<typeof rowSchema>

const heapSchema = z.object({ rows: z.array(rowSchema), total: z.number() })
export type DeskHeap = z.infer<typeof heapSchema>

const newsSchema = z.object({
  article: z.string(),
  headline: z.string(),
  action: z.enum(stepActions),
  person: z.string().nullable(),
  at: z.number(),
  remark: z.string(),
})
export type DeskNews = z.infer<typeof newsSchema>

const milestoneSchema = z.object({
  stage: z.enum([...stages, 'press']),
  at: z.number(),
  done: z.number(),
  all: z.number(),
})

/** An issue of which legal deposit copies have to be sent. */
const depositSchema = z.object({
  issue: z.string(),
  /** The last day for the copies in electronic form, YYYY-MM-DD, and is it past? */
  due: z.string(),
  isLate: z.boolean(),
})
export type DeskDeposit = z.infer<typeof depositSchema>

const deskAnswerSchema = z.object({
  now: z.number(),
  late: heapSchema,
  waiting: heapSchema,
  today: heapSchema,
  ahead: heapSchema,
  nearest: z.number().nullable(),
  /** What the managing editor still has to send of issues that are out. */
  deposits: z.array(depositSchema),
  /** What others did last, the newest first. */
  news: z.array(newsSchema),
  /** The deadlines of the issue in hand. */
  day: z.array(milestoneSchema),
})
export type DeskAnswer = z.infer<typeof deskAnswerSchema>

export const deskApi = {
  /** The desk of whoever asks, or of everybody; `issue` is the one in hand. */
  read: reading('desk.read', z.object({ issue: z.string().nullable(), everybody: z.boolean() }), deskAnswerSchema),
  /** How many things wait for whoever asks. */
  waiting: reading('desk.waiting', z.object({}), z.object({ count: z.number() })),
} as const
