import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scheduleSchema } from '../../../src/shared/assignment/schedule.ts'
import { milestonesOf } from '../../../src/shared/desk/day.ts'
import { type DeskView, deskOf, waitingCount } from '../../../src/shared/desk/desk.ts'
import type { DeskArticle } from '../../../src/shared/desk/item.ts'
import { articleStatuses, type Role, roles } from '../../../src/shared/workflow/states.ts'

const hour = 3_600_000
const schedule = scheduleSchema.parse({})
const press = Date.UTC(2026, 10, 24, 15)
const issue = { serial: '47 (1295)', pressTime: press, isOut: false }
/** Six days before the press: no stage has ended yet. */
const early = press - 6 * 24 * hour

const article = (id: string, more: Partial<DeskArticle> = {}): DeskArticle => ({
  ...{ id, headline: id, rubric: '', status: 'inProgress', changedAfterApproval: false, people: ['anna'], last: null },
  ...{ issue: issue.serial, page: 2, characters: 1000, lines: null, photos: 0, asksPhotos: false, variant: null, corrects: null },
  ...{ deadline: null, editDue: null, proofreadDue: null, layoutDue: null },
  ...more,
})

const look = (held: readonly Role[], articles: readonly DeskArticle[], more: Partial<DeskView> = {}) =>
  deskOf({
    ...{ person: 'anna', roles: held, articles, schedule, now: early },
    issues: new Map([[issue.serial, issue]]),
    ...more,
  })

const ids = (items: readonly { readonly article: DeskArticle }[]) => items.map(({ article: { id } }) => id)

/** One article in every state, none of them Anna's. */
const everyState = articleStatuses.map((status) => article(status, { status, people: ['boris'] }))

describe('D5: what waits for each role', () => {
  it.each<readonly [Role, readonly string[]]>([
    ['editorInChief', ['proofread']],
    ['managingEditor', ['pitch']],
    ['issueEditor', ['pitch']],
    ['sectionEditor', ['pitch', 'filed']],
    ['subEditor', ['filed']],
    ['proofreader', ['edited']],
    ['layoutArtist', []],
    ['pictureEditor', []],
    ['reporter', []],
    ['stringer', []],
    ['socialEditor', ['approved']],
  ])('%s', (role, waiting) => {
    expect(ids(look([role], everyState).waiting)).toEqual(waiting)
  })

  it('the layout artist gets what is filed and has no place', () => {
    const articles = [article('a', { status: 'filed', page: null }), article('b', { status: 'filed' })]
    expect(ids(look(['layoutArtist'], articles).waiting)).toEqual(['a'])
  })

  it('the picture editor gets what asks for photos and has none', () => {
    const asked = { status: 'filed', asksPhotos: true } as const
    expect(ids(look(['pictureEditor'], [article('a', asked), article('b', { ...asked, photos: 1 })]).waiting)).toEqual(['a'])
  })

  it('the chief gets what was changed after the signature, also when it is out already', () => {
    const articles = [
      article('a', { status: 'approved', changedAfterApproval: true }),
      article('b', { status: 'published', changedAfterApproval: true }),
    ]
    expect(look(['editorInChief'], articles).waiting.map(({ reason }) => reason)).toEqual(['changed', 'changed'])
  })

  it('several roles make one desk, and nothing lies on it twice', () => {
    expect(ids(look(['subEditor', 'proofreader', 'sectionEditor'], everyState).waiting)).toEqual(['pitch', 'filed', 'edited'])
  })

  it('an assignment without anybody waits for those who hand out', () => {
    const articles = [article('a', { status: 'assigned', people: [] })]
    expect(look(['managingEditor'], articles).waiting.map(({ reason }) => reason)).toEqual(['noPeople'])
    expect(look(['reporter'], articles).waiting).toEqual([])
  })
})

describe('D5: what a writer has', () => {
  it('a new assignment and a returned text wait; what is begun is in hand', () => {
    const returned = { action: 'return', person: 'boris', at: 1, remark: 'Где ответ?' } as const
    const desk = look(
      ['reporter'],
      [
        article('given', { status: 'assigned' }),
        article('back', { last: returned }),
        article('soon', { deadline: early + hour }),
        article('later', { deadline: early + 40 * hour }),
        article('never', { issue: null, page: null }),
      ],
    )
    expect(ids(desk.waiting)).toEqual(['back', 'given'])
    expect(ids(desk.today)).toEqual(['soon'])
    expect(ids(desk.ahead)).toEqual(['later', 'never'])
    expect(desk.waiting.map(({ next }) => next)).toEqual(['file', 'start'])
    expect(desk.nearest).toBe(early + hour)
  })

  it('whoever took a text up without an assignment answers for it', () => {
    const last = { action: 'start', person: 'anna', at: 1, remark: '' } as const
    expect(ids(look(['reporter'], [article('a', { people: [], last })]).ahead)).toEqual(['a'])
  })

  it('a text is filed by its authors only, also on the desk of everybody', () => {
    const [row] = look(['editorInChief'], [article('a', { people: ['boris'] })], { everybody: true }).ahead
    expect(row?.next).toBeNull()
  })
})

describe('D6: what is late', () => {
  it('is so by the time that was set, or else by the schedule of the issue', () => {
    const byHand = article('hand', { deadline: early - hour })
    const bySchedule = article('schedule')
    expect(ids(look(['reporter'], [byHand, bySchedule]).late)).toEqual(['hand'])
    expect(look(['reporter'], [bySchedule], { now: press - schedule.hours.file * hour + 1 }).late[0]?.late).toBe(1)
  })

  it('is seen by those who plan, whoever has it, and does not count as waiting for them', () => {
    const others = [article('a', { people: ['boris'], deadline: early - hour })]
    const desk = look(['managingEditor'], others)
    expect(desk.late.map(({ reason }) => reason)).toEqual(['chase'])
    expect(waitingCount(desk)).toBe(0)
    expect(look(['reporter'], others).late).toEqual([])
  })

  it('stands in the order of its deadlines', () => {
    const articles = [article('b', { deadline: early - hour }), article('a', { deadline: early - 3 * hour })]
    expect(ids(look(['reporter'], articles).late)).toEqual(['a', 'b'])
  })
})

it('D7: an issue that is out leaves every desk', () => {
  const out = new Map([[issue.serial, { ...issue, isOut: true }]])
  for (const role of roles) {
    const desk = look([role], everyState, { issues: out, now: press + 100 * hour })
    expect([...desk.late, ...desk.waiting, ...desk.today, ...desk.ahead]).toEqual([])
  }
})

it('D5: nobody has an empty desk', () => {
  expect(look([...roles], everyState, { person: null }).waiting).toEqual([])
})

it('D5: whatever the articles, each lies in one heap at most, and each heap by its time', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          status: fc.constantFrom(...articleStatuses),
          people: fc.subarray(['anna', 'boris']),
          deadline: fc.option(fc.integer({ min: early - 90 * hour, max: early + 90 * hour })),
          changedAfterApproval: fc.boolean(),
          asksPhotos: fc.boolean(),
          page: fc.constantFrom(null, 1),
          issue: fc.constantFrom(null, issue.serial, 'нет такого'),
        }),
      ),
      fc.subarray([...roles]),
      fc.boolean(),
      (all, held, everybody) => {
        const articles = all.map((one, at) => article(`a${at}`, one))
        const desk = look(held, articles, { everybody })
        const heaps = [desk.late, desk.waiting, desk.today, desk.ahead]
        const lying = heaps.flatMap(ids)
        expect(new Set(lying).size).toBe(lying.length)
        for (const heap of heaps) {
          const times = heap.map(({ due }) => due ?? Number.MAX_SAFE_INTEGER)
          expect(times).toEqual([...times].sort((a, b) => a - b))
        }
        for (const { due } of desk.late) expect(due).toBeLessThan(early)
      },
    ),
  ))

it('D8: the deadlines of an issue count its stories, those put aside excepted', () => {
  const articles = [
    article('a', { status: 'filed' }),
    article('b', { status: 'approved' }),
    article('c', { status: 'assigned', page: null }),
    article('d', { status: 'spiked' }),
    article('e', { status: 'approved', issue: 'другой' }),
    article('f', { status: 'approved', changedAfterApproval: true }),
  ]
  const day = milestonesOf(issue, articles, schedule)
  expect(day.map(({ stage, done, all }) => [stage, done, all])).toEqual([
    ['assign', 4, 4],
    ['file', 3, 4],
    ['edit', 2, 4],
    ['proofread', 2, 4],
    ['layout', 3, 4],
    ['press', 1, 4],
  ])
  expect(day.at(-1)?.at).toBe(press)
})

describe('what waits beside the text', () => {
  const out = new Map([[issue.serial, { ...issue, isOut: true }]])

  it.each([
    ['unapproved', 'editorInChief', true],
    ['unapproved', 'socialEditor', false],
    ['stale', 'socialEditor', true],
    ['stale', 'reporter', false],
  ] as const)('N8: a variant that is %s lies on the desk of %s: %s, though its issue is out', (variant, role, lies) => {
    const approved = article('a', { status: 'approved', people: ['boris'], variant })
    expect(look([role], [approved], { issues: out }).waiting.map(({ reason }) => reason)).toEqual(lies ? ['variant'] : [])
    expect(look([role], [{ ...approved, variant: null }], { issues: out }).waiting).toEqual([])
  })

  it('N8: where the text itself changed, that is what waits', () => {
    const changed = article('a', { status: 'approved', people: [], variant: 'unapproved', changedAfterApproval: true })
    expect(look(['editorInChief'], [changed]).waiting.map(({ reason }) => reason)).toEqual(['changed'])
  })

  it('Y9: a notice in print that nobody has taken lies on the desk of the chief, too', () => {
    const corrects = { issue: '46 (1294)', plannedFor: '2026-11-18', page: 5 }
    const notice = article('a', { status: 'assigned', people: [], corrects })
    expect(look(['editorInChief'], [notice]).waiting.map(({ reason }) => reason)).toEqual(['noPeople'])
    expect(look(['editorInChief'], [{ ...notice, corrects: null }]).waiting).toEqual([])
  })
})

it('D14: today ends at midnight of the newspaper', () => {
  const now = Date.UTC(2026, 10, 24, 20, 30)
  const due = (id: string, after: number) => article(id, { deadline: now + after })
  const { today, ahead } = look(['reporter'], [due('tonight', hour / 4), due('tomorrow', hour)], { now, issues: new Map() })
  expect([ids(today), ids(ahead)]).toEqual([['tonight'], ['tomorrow']])
})
