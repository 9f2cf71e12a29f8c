import { describeFailure } from '../../shared/api/result.ts'
import type { Newsroom } from '../newsroom.ts'
import { drain, nextDueAt } from './drain.ts'
import { type SendingDependencies, sendingDependencies } from './sending-dependencies.ts'

/** Runs `work` once after so many milliseconds; returns how to call it off. */
export type Timer = (ms: number, work: () => void) => () => void

const standardTimer: Timer = (ms, work) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return () => clearTimeout(timer)
}

/** The outbox is looked at this often even when nothing seems due: publishing and take-overs change that. */
const longestRest = 5_000
const shortestRest = 1_000

/**
 * Sends what is due for as long as the newsroom is open, for hosts that stay. Returns how to stop: it resolves when the
 * post that is under way has its outcome. Closing the newsroom stops it too.
 */
export const startSending = (
  newsroom: Newsroom,
  timer: Timer = standardTimer,
  dependencies: SendingDependencies = sendingDependencies,
): (() => Promise<void>) => {
  const { closing } = newsroom.outbox
  const { environment } = newsroom
  let stopped = false
  let callOff = (): void => undefined
  let running: Promise<void> = Promise.resolve()
  let told = ''

  const stop = (): void => {
    stopped = true
    callOff()
  }
  const tell = (complaint: string): void => {
    if (complaint !== told && complaint !== '') environment.log(`отправка: ${complaint}`)
    told = complaint
  }
  const round = async (): Promise<void> => {
    try {
      const outcome = await drain(newsroom, dependencies, () => stopped)
      tell(outcome.ok ? '' : describeFailure(outcome.failure))
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error))
    }
    if (stopped) return
    const due = nextDueAt(newsroom)
    const rest = due === null ? longestRest : Math.min(Math.max(due - environment.now(), shortestRest), longestRest)
    callOff = timer(rest, () => {
      running = round()
    })
  }
  closing.addEventListener('abort', stop, { once: true })
  running = round()
  return async () => {
    stop()
    await running
  }
}
