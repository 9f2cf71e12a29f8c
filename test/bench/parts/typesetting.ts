import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type Finished, program, runChild } from '../child.ts'
import { copyLinked } from '../copy.ts'
import { type Figure, figure } from '../figure.ts'
import { issueFolder, measuredSerial } from '../issue-folder.ts'
import { peersFor } from '../peers.ts'

const numbers = z.array(z.number())
const childSchema = z.object({ first: z.number(), relaid: numbers, again: numbers, print: numbers, web: numbers })

const coldRounds = 5

const measure = async (photos: boolean, scratch: string, withPeers: boolean): Promise<readonly Figure[]> => {
  const folder = join(scratch, photos ? 'photos' : 'plain')
  const home = join(scratch, 'home')
  await copyLinked(await issueFolder(photos), folder)
  const issue = await measuredSerial(folder, home)
  const made = (name: string, values: readonly number[], more: Parameters<typeof figure>[3] = {}) =>
    figure('typesetting', `${name}, ${photos ? 'со снимками' : 'без снимков'}`, values, more)
  const figures: Figure[] = []
  for (const to of ['print', 'web'] as const) {
    const name = to === 'print' ? 'для типографии' : 'для сайта'
    const options = ['--issue', issue, '--to', to, '--draft', '--out', join(scratch, `${to}.pdf`)]
    const again = () => runChild([program, 'export', folder, ...options], home)
    const anew = async () => {
      for (const kind of ['layout', 'checks']) await rm(join(folder, 'cache', kind), { recursive: true, force: true })
      return again()
    }
    // The first run fills the cache of pictures.
    await anew()
    const runs = { anew: [] as Finished[], again: [] as Finished[] }
    const peers = withPeers && !photos && to === 'print' ? await peersFor(folder, scratch) : []
    const peerTimes = new Map(peers.map(({ name: peer }) => [peer, [] as number[]]))
    for (const { run: warmUp } of peers) warmUp?.()
    // In turn with the peers, so that whatever else the machine does slows all of them down alike.
    for (let round = 0; round < coldRounds; round += 1) {
      runs.anew.push(await anew())
      runs.again.push(await again())
      for (const { name: peer, run: set } of peers) if (set !== null) peerTimes.get(peer)?.push(set())
    }
    for (const { name: peer, run: set } of peers) {
      if (set === null) console.log(`${peer}: на этой машине его нет`)
      else figures.push(figure('typesetting', `тот же текст в том же прогоне: ${peer}`, peerTimes.get(peer) ?? []))
    }
    for (const [cache, measured] of [['пуст', runs.anew] as const, ['есть', runs.again] as const])
      figures.push(
        made(
          `холодный процесс: 16 полос в PDF ${name}, кеш вёрстки ${cache}`,
          measured.map(({ milliseconds }) => milliseconds),
        ),
        made(
          `  наибольшая память, PDF ${name}, кеш вёрстки ${cache}`,
          measured.map(({ peak }) => peak),
          { unit: 'МБ', goal: { of: 'median', most: 200 } },
        ),
      )
  }
  const child = join(import.meta.dirname, '../children/typesetting-child.ts')
  const { output } = await runChild([child, folder, scratch], home)
  const { first, relaid, again, print, web } = childSchema.parse(JSON.parse(output))
  const warm = { goal: { of: 'median' as const, most: 250 } }
  return [
    ...figures,
    made('тёплый процесс: правка, вёрстка и PDF для типографии', print, warm),
    made('тёплый процесс: правка, вёрстка и PDF для сайта', web, warm),
    made('первая вёрстка 16 полос в процессе', [first]),
    made('вёрстка 16 полос после правки одного материала', again),
    made('буква в материале в 12 000 знаков → новые полосы', relaid, { goal: { of: 'p95', most: 16 } }),
  ]
}

/** 16 pages of 109,000 characters: laid out, exported, changed. */
export const typesetting = async (withPeers: boolean): Promise<readonly Figure[]> => {
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  try {
    return [...(await measure(false, scratch, withPeers)), ...(await measure(true, scratch, withPeers))]
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
