import { describe, expect, it } from 'vitest'
import { createChecker } from '../../../src/renderer/features/article/finding/checker.ts'
import { createCheckingHost } from '../../../src/renderer/features/article/finding/checking-host.ts'
import type { CheckReply, CheckRequest } from '../../../src/renderer/features/article/finding/protocol.ts'

/** A checker whose worker is led by hand. */
const stage = () => {
  const posted: CheckRequest[] = []
  let said: (message: unknown) => void = () => undefined
  const checker = createChecker({
    start: (hear) => {
      said = hear
      return (request) => posted.push(request)
    },
  })
  let told = 0
  checker.subscribe(() => {
    told += 1
  })
  return { checker, posted, say: (reply: CheckReply) => said(reply), told: () => told }
}
const unknown = { kind: 'spelling', from: 0, to: 6, word: 'карова' } as const

describe('the checker (Z9)', () => {
  it('asks for each text once and remembers the answer', () => {
    const { checker, posted, say, told } = stage()
    expect(checker.findings(['карова', '', 'мы', 'мы'])).toEqual([null, [], null, null])
    expect(checker.findings(['мы'])).toEqual([null])
    expect(posted).toEqual([{ type: 'check', run: 1, texts: ['карова', 'мы'] }])
    say({ type: 'checked', run: 1, findings: [[unknown], []] })
    expect(told()).toBe(1)
    expect(checker.findings(['мы', 'карова'])).toEqual([[], [unknown]])
    expect(posted).toHaveLength(1)
  })

  it('forgets what it knew when the rules change or the dictionary comes, also what is still asked', () => {
    const { checker, posted, say, told } = stage()
    checker.findings(['карова'])
    checker.learn([], ['карова'])
    say({ type: 'checked', run: 1, findings: [[unknown]] })
    expect(checker.findings(['карова'])).toEqual([null])
    expect(posted.map(({ type }) => type)).toEqual(['check', 'learn', 'check'])
    expect(checker.dictionary()).toBeNull()
    say({ type: 'dictionary', there: false })
    expect([checker.dictionary(), told()]).toEqual([false, 2])
  })

  it('gives suggestions to who asked for them', async () => {
    const { checker, say } = stage()
    const both = Promise.all([checker.suggest('карова'), checker.suggest('сотл')])
    say({ type: 'suggested', run: 2, words: ['стол'] })
    say({ type: 'suggested', run: 1, words: ['корова'] })
    expect(await both).toEqual([['корова'], ['стол']])
  })
})

describe('what the worker does (Z6, Z8)', () => {
  const hosted = (files: Readonly<Record<string, string>>) => {
    const replies: CheckReply[] = []
    const hear = createCheckingHost({
      reply: (reply) => replies.push(reply),
      load: async (address) => {
        const file = files[address]
        if (file === undefined) throw new Error(address)
        return file
      },
    })
    return { hear, replies }
  }
  const learn = {
    type: 'learn',
    rules: [{ id: 'r', preferred: 'зарплата', forbidden: ['=з/п'], note: '' }],
    words: ['стол'],
  }
  const breach = { kind: 'house', from: 5, to: 8, rule: 'r', fix: 'зарплата' }

  it('checks house style without a dictionary, and says that there is none', async () => {
    const { hear, replies } = hosted({})
    await hear({ type: 'start', affixes: 'a', stems: 's' })
    await hear(learn)
    await hear({ type: 'check', run: 1, texts: ['карт з/п'] })
    expect(replies).toEqual([
      { type: 'dictionary', there: false },
      { type: 'checked', run: 1, findings: [[breach]] },
    ])
  })

  it('with one finds unknown words too, in reading order', async () => {
    const { hear, replies } = hosted({ a: '', s: '1\nкорова' })
    await hear({ type: 'start', affixes: 'a', stems: 's' })
    await hear(learn)
    await hear({ type: 'check', run: 1, texts: ['карт з/п стол корова'] })
    await hear({ type: 'suggest', run: 2, word: 'карова' })
    expect(replies.slice(1)).toEqual([
      { type: 'checked', run: 1, findings: [[{ kind: 'spelling', from: 0, to: 4, word: 'карт' }, breach]] },
      { type: 'suggested', run: 2, words: ['корова'] },
    ])
  })
})
