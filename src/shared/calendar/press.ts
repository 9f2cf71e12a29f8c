import { z } from 'zod'
import { addDays, type Day, momentOf } from './day.ts'

/** Press time: so many days before the day of publication, at this time by the newspaper's clock. */
export const pressSchema = z.object({
  daysBefore: z.number().int().min(0).max(30),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
})
export type Press = z.infer<typeof pressSchema>

/** When an issue goes to the printer where nobody said: on the evening before it comes out. */
export const usualPress: Press = { daysBefore: 1, time: '18:00' }

/** When the pages of an issue that comes out on this day go to the printer, milliseconds since 1970. */
export const pressMoment = ({ daysBefore, time }: Press, day: Day): number => momentOf(addDays(day, -daysBefore), time)
