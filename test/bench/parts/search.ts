import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { archiveFolder } from '../archive.ts'
import { runChild } from '../child.ts'
import { copyLinked } from '../copy.ts'
import { type Figure, figure } from '../figure.ts'

const childSchema = z.object({
  built: z.number(),
  longestPause: z.number(),
  loaded: z.number(),
  memory: z.number(),
  times: z.array(z.number()),
  processor: z.number(),
})

const measure = async (articles: number, scratch: string): Promise<readonly Figure[]> => {
  const folder = join(scratch, String(articles))
  await copyLinked(await archiveFolder({ articles }), folder)
  const child = join(import.meta.dirname, '../children/search-child.ts')
  const { output } = await runChild([child, folder], join(scratch, 'home'))
  const { built, longestPause, loaded, memory, times, processor } = childSchema.parse(JSON.parse(output))
  const size = `${articles.toLocaleString('ru-RU')} материалов`
  return [
    figure('search', `${size}: вопрос → ответ с отрывками`, times, { goal: { of: 'p95', most: 30 } }),
    figure('search', `${size}:   процессорное время на вопрос, в среднем`, [processor]),
    figure('search', `${size}: составить указатель заново`, [built]),
    figure('search', `${size}: самая долгая остановка процесса при этом`, [longestPause]),
    figure('search', `${size}: прочитать готовый указатель`, [loaded]),
    figure('search', `${size}: память указателя`, [memory], { unit: 'МБ' }),
  ]
}

/** Finding among so many articles: 200 seeded questions of one to three words, beginnings of words and phrases. */
export const search = async (sizes: readonly number[]): Promise<readonly Figure[]> => {
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  try {
    const figures: Figure[] = []
    for (const articles of sizes) figures.push(...(await measure(articles, scratch)))
    return figures
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
