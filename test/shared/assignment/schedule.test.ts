import { describe, expect, it } from 'vitest'
import { scheduleSchema, stages, stageTimes } from '../../../src/shared/assignment/schedule.ts'

const schedule = scheduleSchema.parse({})

describe('the week counted back from the press', () => {
  it('D2: each stage ends so many hours before the press, in the order of the work', () => {
    const press = Date.UTC(2026, 10, 24, 15)
    const times = stageTimes(press, schedule)
    const inOrder = stages.map((stage) => times[stage])
    expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
    expect(times.layout).toBeLessThan(press)
    expect(press - times.file).toBe(schedule.hours.file * 3_600_000)
  })
})
