import { z } from 'zod'

/** Stages of an article's way to print that have a time of their own, in their order. */
export const stages = ['assign', 'file', 'edit', 'proofread', 'layout'] as const
export type Stage = (typeof stages)[number]

const hours = (value: number) => z.number().min(0).max(1000).default(value)

/** When an issue is signed, and how long before that each stage of an article ends. */
export const scheduleSchema = z.object({
  /** Days from the signature to the day of publication. */
  daysBefore: z.number().int().min(0).max(30).default(1),
  /** The hour of the signature, HH:MM by the clocks of `zone`. */
  pressTime: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default('18:00'),
  /** A time zone of the IANA list. */
  zone: z.string().default('Europe/Moscow'),
  /** Hours before the signature. */
  hours: z
    .object({ assign: hours(126), file: hours(54), edit: hours(30), proofread: hours(24), layout: hours(8) })
    .default({ assign: 126, file: 54, edit: 30, proofread: 24, layout: 8 }),
})
export type Schedule = z.infer<typeof scheduleSchema>

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds; 0 where nobody knows the zone. */
const ahead = (zone: string, at: number): number => {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    }).formatToParts(at)
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0)
    const clock = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    return clock - Math.floor(at / 1000) * 1000
  } catch {
    return 0
  }
}

/** The moment at which the clocks of a zone show this day (YYYY-MM-DD) and time (HH:MM), in milliseconds since 1970. */
export const momentIn = (zone: string, day: string, time: string): number => {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const first = shown - ahead(zone, shown)
  // Near a change of the clocks the first guess lies on its other side.
  return shown - ahead(zone, first)
}

/** When the issue of this day (YYYY-MM-DD) is signed, in milliseconds since 1970. */
export const pressTimeOf = (plannedFor: string, schedule: Schedule): number => {
  const day = new Date(Date.parse(`${plannedFor}T00:00:00Z`) - schedule.daysBefore * dayMs).toISOString().slice(0, 10)
  return momentIn(schedule.zone, day, schedule.pressTime)
}

/** When each stage ends for an issue that is signed at this moment, in milliseconds since 1970. */
export const stageTimes = (pressTime: number, { hours: before }: Schedule): Readonly<Record<Stage, number>> => ({
  assign: pressTime - before.assign * hourMs,
  file: pressTime - before.file * hourMs,
  edit: pressTime - before.edit * hourMs,
  proofread: pressTime - before.proofread * hourMs,
  layout: pressTime - before.layout * hourMs,
})
