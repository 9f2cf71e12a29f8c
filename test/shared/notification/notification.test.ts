import { describe, expect, it } from 'vitest'
import { scheduleSchema } from '../../../src/shared/assignment/schedule.ts'
import type { DeskArticle } from '../../../src/shared/desk/item.ts'
import { escalateBefore, type NoticeView, noticesOf, soonBefore } from '../../../src/shared/notification/notification.ts'

const hour = 3_600_000
const press = Date.UTC(2026, 10, 24, 15)
const issue = { serial: '47 (1295)', pressTime: press, isOut: false }
const early = press - 6 * 24 * hour

const article = (id: string, more: Partial<DeskArticle> = {}): DeskArticle => ({
  ...{
    id,
    headline: id,
    rubric: '',
    status: 'inProgress',
    changedAfterApproval: false,
    variant: null,
    corrects: null,
    people: ['anna'],
    last: null,
  },
  ...{ issue: null, page: null, characters: 1000, lines: null, photos: 0, asksPhotos: false },
  ...{ deadline: null, editDue: null, proofreadDue: null, layoutDue: null },
  ...more,
})

const kindsOf = (articles: readonly DeskArticle[], more: Partial<NoticeView> = {}) =>
  noticesOf({
    ...{ person: 'anna', roles: ['reporter'], articles, schedule: scheduleSchema.parse({}), now: early },
    ...{ issues: new Map([[issue.serial, issue]]), mentions: [], toSign: [], workers: new Map() },
    ...more,
  }).map(({ kind, article: id, issue: serial }) => [kind, id ?? serial])

const deed = (action: 'assign' | 'return', person: string) => ({ action, person, at: early - hour, remark: 'к пятнице' })

describe('D9: what people are told', () => {
  it('an assignment and a return, but not by themselves', () => {
    const given = article('a', { status: 'assigned', last: deed('assign', 'boris') })
    const back = article('b', { last: deed('return', 'boris') })
    const own = article('c', { status: 'assigned', last: deed('assign', 'anna') })
    expect(kindsOf([given, back, own]).sort()).toEqual([
      ['assigned', 'a'],
      ['returned', 'b'],
    ])
    expect(kindsOf([given, back], { person: 'boris' })).toEqual([])
  })

  it('an end that is near, then past, to the moment', () => {
    const due = article('a', { deadline: press })
    expect(kindsOf([due], { now: press - soonBefore - 1 })).toEqual([])
    expect(kindsOf([due], { now: press - soonBefore })).toEqual([['dueSoon', 'a']])
    expect(kindsOf([due], { now: press })).toEqual([['dueSoon', 'a']])
    expect(kindsOf([due], { now: press + 1 })).toEqual([['late', 'a']])
  })

  it('what waits for a signature, to those who sign', () => {
    const read = article('a', { status: 'proofread', people: ['boris'] })
    const chief = { roles: ['editorInChief'] as const, toSign: [issue.serial] }
    expect(kindsOf([read], chief).sort()).toEqual([
      ['toSign', issue.serial],
      ['toSign', 'a'],
    ])
    expect(kindsOf([read], { toSign: [issue.serial] })).toEqual([])
  })

  it('an issue near its press time, to the managing editor, while stories wait', () => {
    const open = article('a', { issue: issue.serial, status: 'edited', people: ['boris'] })
    const done = article('b', { issue: issue.serial, status: 'approved', people: ['boris'] })
    const at = (now: number, articles: readonly DeskArticle[]) =>
      kindsOf(articles, { roles: ['managingEditor'], now }).filter(([kind]) => kind === 'escalation')
    expect(at(press - escalateBefore - 1, [open, done])).toEqual([])
    expect(at(press - escalateBefore, [open, done])).toEqual([['escalation', issue.serial]])
    expect(at(press - escalateBefore, [done])).toEqual([])
    expect(kindsOf([open], { now: press - escalateBefore }).filter(([kind]) => kind === 'escalation')).toEqual([])
  })

  it('who is called in a comment', () => {
    const mention = { id: 'm anna', person: 'anna', article: 'a', by: 'boris', at: early, text: 'Проверь цифру' }
    expect(kindsOf([article('a')], { mentions: [mention] })).toEqual([['mentioned', 'a']])
    expect(kindsOf([article('a')], { mentions: [mention], person: 'boris' })).toEqual([])
  })
})
