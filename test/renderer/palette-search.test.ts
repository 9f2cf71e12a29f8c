import { describe, expect, it } from 'vitest'
import { createPaletteSearch, piecesOf, type SearchAnswer } from '../../src/renderer/app/palette-search.ts'
import { failure, type Result, success } from '../../src/shared/api/result.ts'

const answer = (total: number, indexing: SearchAnswer['indexing'] = null): Result<SearchAnswer> =>
  success({ hits: [], total, indexing })

/** A search whose pauses and answers come when the test says so. */
const byHand = () => {
  const asked: { query: string; reply: (result: Result<SearchAnswer>) => Promise<void> }[] = []
  let pending: (() => void)[] = []
  const search = createPaletteSearch(
    (query) =>
      new Promise((resolve) => {
        const reply = async (result: Result<SearchAnswer>) => {
          resolve(result)
          // The search takes the answer up in the turns after this one.
          for (let turn = 0; turn < 3; turn += 1) await Promise.resolve()
        }
        asked.push({ query, reply })
      }),
    (work) => {
      pending.push(work)
      return () => {
        pending = pending.filter((other) => other !== work)
      }
    },
  )
  const pass = () => {
    const due = pending
    pending = []
    for (const work of due) work()
  }
  return { search, asked, pass, waiting: () => pending.length }
}

describe('asking while somebody types', () => {
  it('asks once for what was typed last', () => {
    const { search, asked, pass } = byHand()
    for (const query of ['о', 'от', 'отпуск']) search.ask(query)
    pass()
    expect(asked.map(({ query }) => query)).toEqual(['отпуск'])
  })

  it('shows the answer before until the newer one comes, and never an older one after it', async () => {
    const { search, asked, pass } = byHand()
    search.ask('отпуск')
    pass()
    await asked[0]?.reply(answer(3))
    search.ask('отпуск учителя')
    pass()
    search.ask('отпуск учителя школы')
    pass()
    expect(search.state().answer?.total).toBe(3)
    await asked[2]?.reply(answer(1))
    await asked[1]?.reply(answer(2))
    expect(search.state()).toMatchObject({ query: 'отпуск учителя школы', answer: { total: 1 } })
  })

  it('asks again while articles are being read in, and stops then', async () => {
    const { search, asked, pass, waiting } = byHand()
    search.ask('отпуск')
    pass()
    await asked[0]?.reply(answer(3, { done: 10, total: 20 }))
    pass()
    await asked[1]?.reply(answer(5))
    expect(search.state().answer?.total).toBe(5)
    expect(waiting()).toBe(0)
  })

  it('asks nothing more after it was stopped', async () => {
    const { search, asked, pass, waiting } = byHand()
    search.ask('отпуск')
    pass()
    search.stop()
    await asked[0]?.reply(answer(3, { done: 10, total: 20 }))
    expect(search.state().answer).toBeNull()
    expect(waiting()).toBe(0)
  })

  it('forgets the answer when the field is emptied, and shows failures', async () => {
    const { search, asked, pass } = byHand()
    search.ask('отпуск')
    pass()
    await asked[0]?.reply(failure('internal', 'Программа ошиблась.'))
    expect(search.state().failure?.what).toBe('Программа ошиблась.')
    search.ask('')
    expect(search.state()).toEqual({ answer: null, failure: null, query: '' })
  })
})

describe('pieces of a marked text', () => {
  it.each([
    [{ text: 'Отпуск учителя', matches: [[0, 6]] as [number, number][] }, ['[Отпуск]', ' учителя']],
    [{ text: 'об отпуске', matches: [[3, 10]] as [number, number][] }, ['об ', '[отпуске]']],
    [{ text: 'без находок', matches: [] }, ['без находок']],
    [{ text: '', matches: [] }, []],
  ])('%j', (marked, pieces) => {
    expect(piecesOf(marked).map(({ text, found }) => (found ? `[${text}]` : text))).toEqual(pieces)
  })
})
