import { describe, expect, it } from 'vitest'
import type { FindRequest } from '../../../src/renderer/features/article/find/protocol.ts'
import { createSearcher, type Found } from '../../../src/renderer/features/article/find/searcher.ts'
import type { FindQuery } from '../../../src/shared/language/find/find-text.ts'

const asked = (text: string, regexp: boolean): FindQuery => ({
  ...{ text, regexp, wholeWords: false, matchCase: false, yoIsYe: true },
})

/** A searcher whose workers and clock are led by hand. */
const stage = () => {
  const posted: FindRequest[] = []
  const timers = new Set<() => void>()
  let started = 0
  let closed = 0
  let said: (message: unknown) => void = () => undefined
  const searcher = createSearcher({
    start: (hear) => {
      started += 1
      said = hear
      return {
        post: (request) => posted.push(request),
        close: () => {
          closed += 1
        },
      }
    },
    after: (_milliseconds, callback) => {
      timers.add(callback)
      return () => timers.delete(callback)
    },
  })
  const answers: Found[] = []
  return {
    posted,
    answers,
    workers: () => ({ started, closed }),
    say: (message: unknown) => said(message),
    elapse: () => {
      for (const timer of [...timers]) {
        timers.delete(timer)
        timer()
      }
    },
    ask: (text: string, regexp: boolean) => searcher.search(['один два'], asked(text, regexp), (found) => answers.push(found)),
  }
}

describe('the searcher (Z2)', () => {
  it('finds plain words at once and without a worker', () => {
    const { ask, answers, workers } = stage()
    ask('два', false)
    expect(answers).toEqual([[[{ from: 5, to: 8, groups: ['два'], named: {} }]]])
    expect(workers().started).toBe(0)
  })

  it('ends an expression that takes too long, and answers the next one by a new worker', () => {
    const { ask, say, elapse, answers, posted, workers } = stage()
    ask('(а+)+$', true)
    say({ type: 'ready' })
    elapse()
    expect(answers).toEqual(['tooSlow'])
    ask('д', true)
    expect(workers()).toEqual({ started: 2, closed: 1 })
    say({ type: 'ready' })
    say({ type: 'found', run: posted[1]?.run, matches: [[]] })
    expect(answers).toEqual(['tooSlow', [[]]])
  })

  it('gives no answer to an older question', () => {
    const { ask, say, answers, posted } = stage()
    ask('о', true)
    say({ type: 'ready' })
    ask('од', true)
    ask('оди', true)
    say({ type: 'found', run: posted[0]?.run, matches: [[]] })
    expect(answers).toEqual([])
    expect(posted.map(({ query }) => query.text)).toEqual(['о', 'оди'])
  })
})
