import { describe, expect, it } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const serial = '47 (1295)'

describe('the history of a flatplan', () => {
  it('Q21: says who moved which story from where to where, the latest first, and is there after opening again', async () => {
    const { must, folder } = await newNewsroom({ demo: true })
    const issue = await must(issueApi.read, { issue: serial })
    const [article = ''] = Object.entries(issue.placements).flatMap(([id, { page }]) => (page === 5 ? [id] : []))
    expect(await must(issueApi.history, { issue: serial })).toEqual([])
    await must(issueApi.place, { issue: serial, article, page: 6, before: null }, 'issueEditor')
    await must(issueApi.unplace, { issue: serial, article }, 'editorInChief')
    await must(workspaceApi.close, {})
    await must(workspaceApi.open, { folder })
    expect(await must(issueApi.history, { issue: serial })).toMatchObject([
      { person: 'Главный редактор', moves: [{ article, from: 6, to: null }] },
      { person: 'Выпускающий редактор', moves: [{ article, from: 5, to: 6 }] },
    ])
  })

  it('Q21: goes with an issue that gets another number, and tells of a story in both issues it went between', async () => {
    const { must } = await newNewsroom()
    const { serial: late } = await must(issueApi.create, { plannedFor: '2026-12-09', pages: 8 })
    const { id: article } = await must(articleApi.create, { headline: 'Кочующий' })
    await must(issueApi.place, { issue: late, article, page: 2, before: null })
    const { serial: early } = await must(issueApi.create, { plannedFor: '2026-12-08', pages: 8 })
    expect(await must(issueApi.history, { issue: early })).toEqual([])
    const renumbered = (await must(issueApi.list, {})).find(({ plannedFor }) => plannedFor === '2026-12-09')?.serial ?? ''
    expect(renumbered).not.toBe(late)
    expect(await must(issueApi.history, { issue: renumbered })).toMatchObject([{ moves: [{ article, to: 2 }] }])
    await must(issueApi.place, { issue: early, article, page: 3, before: null })
    expect(await must(issueApi.history, { issue: early })).toMatchObject([{ moves: [{ article, from: null, to: 3 }] }])
    expect(await must(issueApi.history, { issue: renumbered })).toMatchObject([{ moves: [{ from: 2, to: null }] }, {}])
  })
})
