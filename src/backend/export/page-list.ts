import { failure, type Result, success } from '../../shared/api/result.ts'

const refuse = (what: string, pages: number): Result<never> =>
  failure('invalidInput', what, {
    safe: 'Ничего не записано.',
    todo: `Укажите полосы от 1 до ${pages} через запятую, например «4,5,12-13».`,
  })

/**
 * Reads a list of pages such as «4,5,12-13» of an issue with so many pages; null means all of them. The pages come out
 * in ascending order, each once.
 */
export const parsePageList = (list: string | null, pages: number): Result<readonly number[]> => {
  if (list === null) return success(Array.from({ length: pages }, (_, i) => i + 1))
  const chosen = new Set<number>()
  for (const part of list.split(',')) {
    const range = /^\s*(\d{1,4})(?:\s*[-–—]\s*(\d{1,4}))?\s*$/u.exec(part)
    if (!range) return refuse(`Список полос «${list}» не понят: «${part.trim()}» — не полоса и не промежуток.`, pages)
    const from = Number(range[1])
    const to = range[2] === undefined ? from : Number(range[2])
    if (to < from) return refuse(`Список полос «${list}» не понят: промежуток «${part.trim()}» идёт назад.`, pages)
    const beyond = from < 1 ? from : to > pages ? Math.max(from, pages + 1) : null
    if (beyond !== null) return refuse(`Полосы ${beyond} в номере нет: в нём полос ${pages}.`, pages)
    for (let page = from; page <= to; page += 1) chosen.add(page)
  }
  return success([...chosen].sort((a, b) => a - b))
}
