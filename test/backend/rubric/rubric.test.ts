import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { contentFor, emptyContent, textOf } from '../../../src/shared/article/content.ts'
import { assignmentApi } from '../../../src/shared/assignment/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { regionApi } from '../../../src/shared/region/api.ts'
import { rubricApi } from '../../../src/shared/rubric/api.ts'
import { eventSchema, rubricSchema } from '../../../src/shared/rubric/rubric.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const law = { ...rubricSchema.parse({ id: 'new', name: 'Право и дело', cadence: { kind: 'issues', every: 2 } }), id: null }

describe('the catalogue', () => {
  it('U1, U7: takes a rubric once, from those who give assignments, and keeps it', async () => {
    const { must, call, folder } = await newNewsroom()
    const { id } = await must(rubricApi.saveRubric, law)
    const again = await call(rubricApi.saveRubric, { ...law, name: ' право и Дело' })
    expect(again).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    const stranger = await call(rubricApi.saveRubric, { ...law, name: 'Другая' }, 'nobody')
    expect(stranger).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    await must(workspaceApi.close, {})
    await must(workspaceApi.open, { folder })
    expect((await must(rubricApi.read, {})).rubrics).toMatchObject([{ id, name: law.name, cadence: law.cadence, stories: 0 }])
  })

  it('shows the demo newsroom’s rubrics with the issue they stand in, and those it does not have', async () => {
    const { must } = await newNewsroom({ demo: true })
    const { rubrics, strangers, mayChange } = await must(rubricApi.read, {}, 'reporter')
    expect(mayChange).toBe(false)
    expect(rubrics.find(({ id }) => id === 'regions')).toMatchObject({
      ...{ stories: 3, standing: { last: null, missed: 0, planned: '47 (1295)', state: 'planned' } },
    })
    expect(rubrics.find(({ id }) => id === 'archive')?.standing).toMatchObject({ planned: null, state: 'resting' })
    expect(strangers).toContain('Охрана труда')
    expect(strangers).not.toContain('Новости')
  })
})

describe('a skeleton', () => {
  it('U10, U11: a story under the rubric begins with it, its prompts are notes that stay in the house', async () => {
    const { must, folder } = await newNewsroom()
    const skeleton = [
      { kind: 'lead' as const, prompt: 'Кто спросил и о чём' },
      { kind: 'question' as const, prompt: '' },
    ]
    await must(rubricApi.saveRubric, { ...law, skeleton })
    await must(workspaceApi.close, {})
    await must(workspaceApi.open, { folder })
    expect((await must(rubricApi.choices, {})).skeletons).toEqual([law.name])
    const { id } = await must(articleApi.create, { rubric: ' право и дело' })
    const { content } = await must(articleApi.read, { id })
    expect(content.body.map((block) => block.type === 'paragraph' && [block.attrs.kind, textOf(block.content)])).toEqual([
      ['note', 'Кто спросил и о чём'],
      ['lead', ''],
      ['question', ''],
    ])
    expect(contentFor(content, 'print').body).toEqual([])
    expect(contentFor(content, 'web').body).toEqual([])
    const plain = await must(articleApi.create, { rubric: 'Другая' })
    expect((await must(articleApi.read, plain)).content.body).toEqual(emptyContent.body)
  })
})

describe('an event', () => {
  it('U5, U6: makes a topic of its words for the issue it goes into, once', async () => {
    const { must, call } = await newNewsroom({ demo: true })
    const find = async () => (await must(rubricApi.read, {})).events.find(({ id }) => id === 'final')
    const event = await find()
    expect(event).toMatchObject({ issue: '48 (1296)', made: null })
    const { article } = await must(rubricApi.propose, { event: 'final', give: false }, 'reporter')
    const topic = await must(assignmentApi.read, { article })
    const times = await must(assignmentApi.times, {})
    expect(topic).toMatchObject({
      ...{ headline: 'Лучший профсоюзный репортёр года', rubric: 'Профсоюзный репортёр', status: 'pitch' },
      ...{ deadline: times['48 (1296)']?.file, assignment: { project: 'contest', issue: '48 (1296)' } },
    })
    expect(await find()).toMatchObject({ made: { article } })
    const again = await call(rubricApi.propose, { event: 'final', give: false })
    expect(again).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  })

  it('Q25, Q27: stands in the calendar on each of its days and makes a topic there', async () => {
    const { must, call } = await newNewsroom()
    const yearly = { ...eventSchema.parse({ id: 'new', name: 'День учителя', day: '2024-12-05', yearly: true }), id: null }
    const { id: event } = await must(rubricApi.saveEvent, yearly)
    const project = { id: null, name: 'Форум', kind: 'forum', rhythm: 'once', from: '2026-11-30', to: '2026-12-02' } as const
    await must(rubricApi.saveProject, project)
    const range = { from: '2026-12-01', to: '2027-12-31' }
    const { article } = await must(rubricApi.propose, { event, give: false, day: '2027-12-05' })
    const { events, projects, mayDate } = await must(calendarApi.read, range)
    expect(events.map(({ on, made }) => [on, made?.article])).toEqual([
      ['2026-12-05', undefined],
      ['2027-12-05', article],
    ])
    expect(projects).toMatchObject([{ name: 'Форум', begins: '2026-11-30', ends: '2026-12-02' }])
    expect(mayDate).toBe(true)
    const other = await call(rubricApi.propose, { event, give: false, day: '2026-12-06' })
    expect(other).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect((await must(calendarApi.read, range, 'nobody')).mayDate).toBe(false)
  })

  it('U7: gives an assignment at once only for those who plan', async () => {
    const { must, call } = await newNewsroom({ demo: true })
    const refused = await call(rubricApi.propose, { event: 'final', give: true }, 'proofreader')
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const { article } = await must(rubricApi.propose, { event: 'final', give: true }, 'sectionEditor')
    expect((await must(articleApi.read, { id: article })).summary.status).toBe('assigned')
  })
})

describe('the geography of the demo newsroom', () => {
  it('U8, U9: counts the regions of assignments, and is saved as a table', async () => {
    const { must } = await newNewsroom({ demo: true })
    const { regions, issues, withoutRegion } = await must(regionApi.geography, { issues: 12 })
    expect(issues).toBe(1)
    expect(regions.filter(({ stories }) => stories > 0).map(({ region }) => region)).toEqual([
      ...['Вологодская область', 'Псковская область', 'Новосибирская область'],
    ])
    expect(withoutRegion).toBeGreaterThan(0)
    const { file } = await must(regionApi.exportGeography, { issues: 12 })
    const lines = (await readFile(file, 'utf8')).split('\r\n')
    expect(lines).toHaveLength(85)
    expect(lines.find((line) => line.includes('Вологодская'))).toBe(
      'Северо-Западный;Вологодская область;;1;47 (1295);25.11.2026;0',
    )
  })
})
