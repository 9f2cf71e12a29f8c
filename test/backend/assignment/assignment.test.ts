import { describe, expect, it } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { assignmentApi } from '../../../src/shared/assignment/api.ts'
import { assignmentSchema, emptyAssignment } from '../../../src/shared/assignment/assignment.ts'
import { deskApi } from '../../../src/shared/desk/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const topic = { headline: 'Кто помогал командам', rubric: 'Вести регионов', assignment: emptyAssignment, deadline: null }
const deskOf = { issue: null, everybody: false }

/** The demo newsroom has a person for each role. */
const staffed = () => newNewsroom({ demo: true })

describe('a topic', () => {
  it('D4: anybody of the staff proposes one; it waits for those who plan', async () => {
    const { must } = await staffed()
    const { id } = await must(assignmentApi.create, { ...topic, give: false }, 'reporter')
    const desk = await must(deskApi.read, deskOf, 'managingEditor')
    expect(desk.waiting.rows.find(({ article }) => article === id)).toMatchObject({ reason: 'topic', next: 'assign' })
    const { summary } = await must(articleApi.read, { id })
    expect(summary).toMatchObject({ status: 'pitch', headline: topic.headline, rubric: topic.rubric })
  })

  it('D4: only those who plan make an assignment of it', async () => {
    const { must, call } = await staffed()
    const refused = await call(assignmentApi.create, { ...topic, give: true }, 'reporter')
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const { id } = await must(assignmentApi.create, { ...topic, give: false }, 'reporter')
    const { headline: _headline, ...order } = topic
    const changed = await call(assignmentApi.update, { article: id, ...order, give: true }, 'proofreader')
    expect(changed).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect((await must(articleApi.read, { id })).summary.status).toBe('pitch')
  })
})

describe('an assignment', () => {
  it('D2: takes the deadline of its issue where none is set, and keeps one that is', async () => {
    const { must } = await staffed()
    const { serial } = await must(issueApi.create, { plannedFor: '2026-12-11', pages: 8 })
    const assignment = assignmentSchema.parse({ people: ['reporter'], lines: 120, issue: serial })
    const { id } = await must(assignmentApi.create, { ...topic, assignment, give: true }, 'sectionEditor')
    const { publication } = await must(settingsApi.read, {})
    const filing = Date.UTC(2026, 11, 10, 15) - publication.schedule.hours.file * 3_600_000
    expect((await must(assignmentApi.read, { article: id })).deadline).toBe(filing)
    const set = await must(assignmentApi.create, { ...topic, assignment, deadline: 5, give: true }, 'sectionEditor')
    expect((await must(assignmentApi.read, { article: set.id })).deadline).toBe(5)
  })

  it('D5: goes from the reporter to the editor, and the desk offers what is next', async () => {
    const { must } = await staffed()
    const assignment = assignmentSchema.parse({ people: ['reporter'] })
    const { id } = await must(assignmentApi.create, { ...topic, assignment, give: true }, 'managingEditor')
    const rowFor = async (person: string) => {
      const { late, waiting, today, ahead } = await must(deskApi.read, deskOf, person)
      return [late, waiting, today, ahead].flatMap(({ rows }) => rows).find(({ article }) => article === id)
    }
    expect(await rowFor('reporter')).toMatchObject({ reason: 'write', next: 'start' })
    const { count } = await must(deskApi.waiting, {}, 'reporter')
    await must(workflowApi.act, { action: 'start', articles: [id] }, 'reporter')
    expect((await must(deskApi.waiting, {}, 'reporter')).count).toBe(count - 1)
    await must(workflowApi.act, { action: 'file', articles: [id] }, 'reporter')
    expect(await rowFor('reporter')).toBeUndefined()
    expect(await rowFor('subEditor')).toMatchObject({ reason: 'edit', next: 'edit' })
  })

  it('D3: is in the folder when it is opened again, the rubric changed with it', async () => {
    const { must, folder } = await staffed()
    const { id } = await must(assignmentApi.create, { ...topic, give: false }, 'sectionEditor')
    const assignment = assignmentSchema.parse({
      people: ['reporter'],
      characters: 4000,
      note: 'Два голоса',
      audience: 'public',
      region: 'Тульская область',
    })
    await must(assignmentApi.update, { article: id, rubric: 'Коротко', assignment, deadline: 7, give: false }, 'sectionEditor')
    await must(workspaceApi.close, {})
    await must(workspaceApi.open, { folder })
    expect(await must(assignmentApi.read, { article: id })).toEqual({
      ...{ headline: topic.headline, status: 'pitch', rubric: 'Коротко', deadline: 7 },
      assignment,
    })
  })

  it('D4: names people and issues that there are', async () => {
    const { call } = await staffed()
    for (const assignment of [{ people: ['чужой'] }, { issue: '1 (1)' }]) {
      const order = { ...topic, assignment: assignmentSchema.parse(assignment), give: false }
      expect(await call(assignmentApi.create, order)).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    }
  })

  it('D3: an approved text keeps its signature when only the assignment changes', async () => {
    const { must } = await staffed()
    const { items } = await must(articleApi.page, { issue: null, scope: 'approved', count: 1 })
    const [approved] = items
    const { rubric, assignment, deadline } = await must(assignmentApi.read, { article: approved?.id ?? '' })
    const changed = { ...assignment, lines: 77 }
    await must(assignmentApi.update, { article: approved?.id ?? '', rubric, assignment: changed, deadline, give: false })
    expect((await must(articleApi.read, { id: approved?.id ?? '' })).summary.changedAfterApproval).toBe(false)
  })
})
