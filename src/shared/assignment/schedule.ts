import { z } from 'zod'

/** Stages of an article's way to print that have a time of their own, in their order. */
export const stages = ['assign', 'file', 'edit', 'proofread', 'layout'] as const
export type Stage = (typeof stages)[number]

const hours = (value: number) => z.number().min(0).max(1000).default(value)

/** How long before its issue is signed each stage of an article ends. */
export const scheduleSchema = z.object({
  /** Hours before the signature. */
  hours: z
    .object({ assign: hours(126), file: hours(54), edit: hours(30), proofread: hours(24), layout: hours(8) })
    .default({ assign: 126, file: 54, edit: 30, proofread: 24, layout: 8 }),
})
export type Schedule = z.infer<typeof scheduleSchema>

const hourMs = 3_600_000

/** When each stage ends for an issue that is signed at this moment, in milliseconds since 1970. */
export const stageTimes = (pressTime: number, { hours: before }: Schedule): Readonly<Record<Stage, number>> => ({
  assign: pressTime - before.assign * hourMs,
  file: pressTime - before.file * hourMs,
  edit: pressTime - before.edit * hourMs,
  proofread: pressTime - before.proofread * hourMs,
  layout: pressTime - before.layout * hourMs,
})
