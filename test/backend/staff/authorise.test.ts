import { describe, expect, it } from 'vitest'
import { authorise } from '../../../src/backend/staff/authorise.ts'
import { contract } from '../../../src/shared/api/contract.ts'
import type { Operation } from '../../../src/shared/api/operation.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { assignmentApi } from '../../../src/shared/assignment/api.ts'
import { emptyAssignment } from '../../../src/shared/assignment/assignment.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { holdsRight, type Right, rights } from '../../../src/shared/staff/rights.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { type Role, roles } from '../../../src/shared/workflow/states.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const allRights = Object.keys(rights).filter((right): right is Right => right in rights)
const plan = { plannedFor: '2026-11-25', pages: 4 }
const forbidden = { ok: false, failure: { code: 'forbidden' } }

/** A newsroom with one person in each role. */
const fullNewsroom = async () => {
  const desk = await newNewsroom()
  const people = new Map<Role, string>([['editorInChief', 'editorInChief']])
  for (const role of roles.filter((one) => one !== 'editorInChief'))
    people.set(role, (await desk.must(staffApi.add, { name: role, roles: [role] })).id)
  const newsroom = desk.backend.newsroom()
  if (!newsroom) throw new Error('no newsroom')
  return { ...desk, newsroom, idOf: (role: Role) => people.get(role) ?? '' }
}

describe('the one place where rights are asked', () => {
  it('W33: lets each role do what the table says, and nothing else', async () => {
    const { newsroom, idOf } = await fullNewsroom()
    for (const right of allRights)
      for (const role of roles)
        expect(authorise(newsroom, right, idOf(role)).ok, `${role}: ${right}`).toBe(holdsRight(right, [role]))
    for (const role of roles) expect(authorise(newsroom, 'owner', idOf(role)).ok).toBe(role === 'editorInChief')
  })

  it('W33: refuses nobody, a stranger and somebody who left, whatever they ask for', async () => {
    const { newsroom, must, idOf } = await fullNewsroom()
    await must(staffApi.dismiss, { person: idOf('managingEditor') })
    for (const person of [null, 'никто', idOf('managingEditor')])
      for (const need of [...allRights, 'staff', 'owner'] as const)
        expect(authorise(newsroom, need, person), need).toMatchObject(forbidden)
    expect(authorise(newsroom, 'planIssue', null)).toMatchObject({
      failure: { todo: expect.not.stringContaining('editorInChief') },
    })
  })

  it('W33: stands before every operation that writes', async () => {
    const { backend, newsroom, idOf } = await fullNewsroom()
    const writes = Object.values(contract)
      .flatMap((api): Operation[] => Object.values(api))
      .filter(({ effect, need }) => effect === 'write' && need !== 'everyone' && need !== 'staff')
    const before = newsroom.settings.get()
    for (const { name } of writes)
      expect(await backend.call(name, {}, { person: idOf('stringer') }), name).toMatchObject(forbidden)
    expect(newsroom.settings.get()).toBe(before)
  })

  it('W37: a stringer writes in their own articles, a reporter in all, nobody and who left in none', async () => {
    const { call, must, idOf } = await fullNewsroom()
    const [stringer, reporter] = [idOf('stringer'), idOf('reporter')]
    const writes = async (article: string, person: string | null) => {
      const { complaint } = await must(articleApi.writer, { id: article, person })
      const change = { id: article, update: 'AAA=', origin: 'test' }
      const changed = await call(articleApi.change, change, person)
      expect(changed.ok).toBe(complaint === null)
      return changed.ok
    }
    const topic = (people: string[]) => ({
      ...{ headline: 'Тема', rubric: '', deadline: null, give: true },
      assignment: { ...emptyAssignment, people },
    })
    const { id: others } = await must(articleApi.create, { headline: 'Чужой' }, reporter)
    const { id: own } = await must(articleApi.create, { headline: 'Свой' }, stringer)
    const { id: given } = await must(assignmentApi.create, topic([stringer]))
    const { id: taken } = await must(assignmentApi.create, topic([reporter]))
    expect(await writes(others, stringer)).toBe(false)
    expect(await writes(own, stringer)).toBe(true)
    expect(await writes(given, stringer)).toBe(true)
    await must(workflowApi.act, { action: 'start', articles: [taken] }, stringer)
    expect(await writes(taken, stringer)).toBe(false)
    for (const article of [others, own, given]) expect(await writes(article, reporter)).toBe(true)
    expect(await writes(own, null)).toBe(false)
    await must(staffApi.dismiss, { person: reporter })
    expect(await writes(others, reporter)).toBe(false)
  })

  it('W36: who works alone may do everything, said or not; with a second person they are asked', async () => {
    const { call, must } = await newNewsroom()
    const { serial } = await must(issueApi.create, plan, null)
    await must(issueApi.fill, { issue: serial, articles: null }, null)
    const reporter = (await must(staffApi.add, { name: 'Корреспондент', roles: ['reporter'] })).id
    for (const person of [null, reporter]) expect(await call(issueApi.create, plan, person)).toMatchObject(forbidden)
    expect(await call(issueApi.create, plan, reporter)).toMatchObject({
      failure: {
        what: 'Заводить номера и вести календарь могут главный редактор, ответственный секретарь и выпускающий редактор.',
      },
    })
  })

  it('W36: a deputy has the rights of the roles they stand in for while it lasts', async () => {
    const { call, must, environment, idOf } = await fullNewsroom()
    const now = environment.now()
    const rules = (await must(settingsApi.read, {})).rules
    const person = idOf('proofreader')
    const deputy = await must(staffApi.deputize, { person, roles: ['issueEditor'], from: now - 1, until: now + 1_000_000 })
    await must(issueApi.create, plan, person)
    expect(await call(settingsApi.updateRules, { rules }, person)).toMatchObject(forbidden)
    await must(staffApi.endDeputy, { person, ...deputy })
    expect(await call(issueApi.create, { ...plan, plannedFor: '2026-12-02' }, person)).toMatchObject(forbidden)
  })
})
