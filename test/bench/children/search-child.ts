// Asks a newsroom a seeded list of questions; prints what it took as JSON.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import { parseQuery } from '../../../src/backend/search/query.ts'
import { searchHandlers } from '../../../src/backend/search/search-handlers.ts'
import { textOf } from '../../../src/shared/article/content.ts'
import { seeded } from '../stories.ts'

const [folder = '', count = '200'] = process.argv.slice(2)
const environment = { ...nodeEnvironment(), log: () => undefined }
const open = async () => {
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.what)
  return opened.value
}
const settled = (): number => {
  for (let i = 0; i < 4; i += 1) globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

/** How long the process answers nothing else, at most, while it works. */
const watchPauses = () => {
  let longest = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return () => {
    clearInterval(timer)
    return longest
  }
}

await rm(join(folder, 'search'), { recursive: true, force: true })
const building = await open()
const anything = { limit: 12, accepts: () => true, compare: () => 0 }
const pauses = watchPauses()
const buildFrom = performance.now()
await building.search.find(parseQuery('отпуск'), anything, true)
const built = performance.now() - buildFrom
const longestPause = pauses()
await building.close()

const newsroom = await open()
const before = settled()
const loadFrom = performance.now()
await newsroom.search.find(parseQuery('отпуск'), anything, true)
const loaded = performance.now() - loadFrom
const memory = settled() - before

const next = seeded(5)
const pick = <T>(from: readonly T[]): T => {
  const picked = from[Math.floor(next() * from.length)]
  if (picked === undefined) throw new Error('не из чего выбрать')
  return picked
}
const ids = newsroom.articles.ids()
/** Some words that stand in an article one after another. */
const wordsOfSomeArticle = async (length: number): Promise<readonly string[]> => {
  for (;;) {
    const content = await newsroom.articles.content(pick(ids))
    const words = textOf(pick(content.body).content).match(/[\p{L}\p{N}]+/gu) ?? []
    const from = Math.floor(next() * Math.max(1, words.length - length))
    if (words.length >= length) return words.slice(from, from + length)
  }
}
const question = async (): Promise<string> => {
  const kind = next()
  if (kind < 0.35) return `${(await wordsOfSomeArticle(1)).join(' ')} `
  if (kind < 0.6) return (await wordsOfSomeArticle(2)).join(' ')
  if (kind < 0.7) return (await wordsOfSomeArticle(3)).join(' ')
  if (kind < 0.9) return (await wordsOfSomeArticle(1)).join('').slice(0, 2 + Math.floor(next() * 4))
  return `«${(await wordsOfSomeArticle(2 + Math.floor(next() * 2))).join(' ')}»`
}
const questions: string[] = []
for (let i = 0; i < Number(count); i += 1) questions.push(await question())
const { find } = searchHandlers(newsroom)
const times: number[] = []
const busy = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
const busyFrom = busy()
for (const round of ['warm', 'measured'] as const)
  for (const query of questions) {
    const from = performance.now()
    const answer = await find({ query, limit: 12, issue: null, statuses: null, whole: false }, { person: null })
    if (!answer.ok) throw new Error(answer.failure.what)
    if (round === 'measured') times.push(performance.now() - from)
  }
const processor = (busy() - busyFrom) / (2 * questions.length)
await newsroom.close()
console.log(JSON.stringify({ built, longestPause, loaded, memory, times, processor }))
