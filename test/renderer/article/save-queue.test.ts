import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createSaveQueue,
  gatherFor,
  retryPauses,
  type SaveState,
} from '../../../src/renderer/features/article/sync/save-queue.ts'
import { failure, type Result, success } from '../../../src/shared/api/result.ts'

const diskFull = failure('diskFull', 'На диске нет места.')

/** A world whose clock and answers the test turns by hand. Updates are lists of numbers, so that order can be seen. */
const world = () => {
  let time = 0
  let timer: { at: number; callback: () => void } | null = null
  const sent: number[][] = []
  const answers: ((outcome: Result<{ savedAt: number }>) => void)[] = []
  const states: SaveState[] = []
  const queue = createSaveQueue({
    send: (update) => {
      sent.push([...update])
      return new Promise((resolve) => answers.push(resolve))
    },
    lost: () => ({ code: 'unavailable', what: 'Нет ответа.' }),
    merge: (updates) => Uint8Array.from(updates.flatMap((update) => [...update])),
    now: () => time,
    after: (milliseconds, callback) => {
      const mine = { at: time + milliseconds, callback }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
    changed: (state) => states.push(state),
  })
  return {
    queue,
    sent,
    states,
    pause: () => (timer ? timer.at - time : null),
    wait: async (milliseconds: number) => {
      time += milliseconds
      const due = timer
      if (due && due.at <= time) {
        timer = null
        due.callback()
      }
      await Promise.resolve()
    },
    answer: async (outcome: Result<{ savedAt: number }>) => {
      answers.shift()?.(outcome)
      for (let i = 0; i < 5; i += 1) await Promise.resolve()
    },
    type: (n: number) => queue.push(Uint8Array.of(n)),
  }
}

describe('the queue of unsaved changes', () => {
  it('sends at once all that is not on disk when the window may be gone, also what is under way, and forgets none of it', async () => {
    const w = world()
    w.queue.hurry()
    expect(w.sent).toEqual([])
    w.type(1)
    await w.wait(gatherFor)
    w.type(2)
    w.queue.hurry()
    expect(w.sent).toEqual([[1], [1, 2]])
    await w.answer(diskFull)
    expect(w.queue.hasUnsaved()).toBe(true)
    await w.wait(retryPauses[0])
    expect(w.sent.at(-1)).toEqual([1, 2])
  })

  it('merges what is typed within a quarter of a second into one message', async () => {
    const w = world()
    w.type(1)
    await w.wait(100)
    w.type(2)
    await w.wait(100)
    expect(w.sent).toEqual([])
    await w.wait(50)
    expect(w.sent).toEqual([[1, 2]])
    expect(gatherFor).toBeLessThanOrEqual(250)
  })

  it('says «saved» only after the answer, with its time', async () => {
    const w = world()
    w.type(1)
    await w.wait(250)
    expect(w.queue.state()).toEqual({ kind: 'saving' })
    await w.answer(success({ savedAt: 777 }))
    expect(w.queue.state()).toEqual({ kind: 'saved', at: 777 })
    expect(w.queue.hasUnsaved()).toBe(false)
  })

  it('sends the next batch only after the answer to the one before, in order', async () => {
    const w = world()
    w.type(1)
    await w.wait(250)
    w.type(2)
    await w.wait(10_000)
    expect(w.sent).toEqual([[1]])
    await w.answer(success({ savedAt: 1 }))
    expect(w.queue.state().kind).toBe('saving')
    await w.wait(250)
    expect(w.sent).toEqual([[1], [2]])
  })

  it('keeps every change after a failure and sends it again with what came meanwhile', async () => {
    const w = world()
    w.type(1)
    await w.wait(250)
    w.type(2)
    await w.answer(diskFull)
    expect(w.queue.state()).toMatchObject({ kind: 'unsaved', since: 250, failure: { what: 'На диске нет места.' } })
    expect(w.queue.hasUnsaved()).toBe(true)
    w.type(3)
    await w.wait(retryPauses[0])
    expect(w.sent.at(-1)).toEqual([1, 2, 3])
    await w.answer(success({ savedAt: 5 }))
    expect(w.queue.state()).toEqual({ kind: 'saved', at: 5 })
  })

  it('tries again with growing pauses, which typing does not shorten', async () => {
    const w = world()
    w.type(1)
    await w.wait(250)
    for (const pause of [...retryPauses, retryPauses[4]]) {
      await w.answer(diskFull)
      expect(w.pause()).toBe(pause)
      w.type(9)
      expect(w.pause()).toBe(pause)
      await w.wait(pause)
    }
    expect(w.queue.state()).toMatchObject({ kind: 'unsaved', since: 250 })
  })

  it('begins with short pauses again after a success', async () => {
    const w = world()
    w.type(1)
    await w.wait(250)
    await w.answer(diskFull)
    await w.wait(retryPauses[0])
    await w.answer(success({ savedAt: 1 }))
    w.type(2)
    await w.wait(250)
    await w.answer(diskFull)
    expect(w.pause()).toBe(retryPauses[0])
  })

  it('takes a host that throws for a failure', async () => {
    const states: SaveState[] = []
    const queue = createSaveQueue({
      send: () => Promise.reject(new Error('socket')),
      lost: () => ({ code: 'unavailable', what: 'Нет ответа.' }),
      merge: () => Uint8Array.of(),
      now: () => 0,
      after: () => () => undefined,
      changed: (state) => states.push(state),
    })
    queue.push(Uint8Array.of(1))
    queue.flush()
    for (let i = 0; i < 5; i += 1) await Promise.resolve()
    expect(states.at(-1)).toMatchObject({ kind: 'unsaved', failure: { what: 'Нет ответа.' } })
    expect(queue.hasUnsaved()).toBe(true)
  })

  it('loses and reorders nothing, whatever fails and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('type', 'wait', 'ok', 'fail', 'flush'), { maxLength: 60 }), async (steps) => {
        const w = world()
        let typed = 0
        let stored: number[] = []
        const settle = async (good: boolean) => {
          const batch = w.sent.length > settled ? w.sent[settled] : undefined
          if (!batch) return
          settled += 1
          if (good) stored = [...stored, ...batch]
          await w.answer(good ? success({ savedAt: 1 }) : diskFull)
        }
        let settled = 0
        for (const step of steps) {
          if (step === 'type') {
            typed += 1
            w.type(typed)
          }
          if (step === 'wait') await w.wait(5000)
          if (step === 'ok') await settle(true)
          if (step === 'fail') await settle(false)
          if (step === 'flush') w.queue.flush()
          expect(w.sent.length - settled).toBeLessThanOrEqual(1)
          expect(w.queue.hasUnsaved()).toBe(stored.length < typed)
        }
        while (w.queue.hasUnsaved()) {
          w.queue.flush()
          await settle(true)
        }
        expect(stored).toEqual(Array.from({ length: typed }, (_, i) => i + 1))
      }),
    )
  })
})
