import { describe, expect, it } from 'vitest'
import { createDesk, type DeskPorts } from '../../../src/renderer/features/page/desk/desk.ts'
import { type Arranged, stepBetween, stillHas, withArrangement } from '../../../src/renderer/features/page/zones/arrangement.ts'
import { touchedPages } from '../../../src/renderer/features/page/zones/touched-pages.ts'
import { failure, success } from '../../../src/shared/api/result.ts'
import type { Placement } from '../../../src/shared/issue/placement.ts'

const place = (page: number): Placement => ({ page, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' })
const start: Arranged = { placements: { a: place(1), b: place(2) }, dummies: {} }
const moved = (arranged: Arranged, article: string, page: number): Arranged => ({
  ...arranged,
  placements: { ...arranged.placements, [article]: place(page) },
})

/** An issue as the backend keeps it: it refuses what was arranged for another state. */
const issueOf = (begin: Arranged) => {
  let stored = begin
  let offline = false
  const ports: DeskPorts = {
    read: async () => success(stored),
    arrange: async (set, expected) => {
      if (offline) return failure('unavailable', 'Нет связи.')
      if (!stillHas(stored, expected)) return failure('conflict', 'Изменил кто-то другой.')
      stored = withArrangement(stored, set)
      return success({})
    },
  }
  return {
    ports,
    stored: () => stored,
    change: (next: Arranged) => {
      stored = next
    },
    disconnect: () => {
      offline = true
    },
  }
}

const open = (begin: Arranged) => {
  const issue = issueOf(begin)
  const desk = createDesk(issue.ports, begin, (name) => ({ code: 'conflict', what: name }))
  return { issue, desk }
}

describe('the desk', () => {
  it('shows a step at once, and keeps it when it is stored', async () => {
    const { issue, desk } = open(start)
    const done = desk.perform('шаг', moved(start, 'a', 3))
    expect(desk.view().arranged.placements.a?.page).toBe(3)
    expect(await done).toBe(true)
    expect(issue.stored().placements.a?.page).toBe(3)
  })

  it('tells what taking back and doing again would set, and which pages that is about', async () => {
    const { desk } = open(start)
    expect([desk.next('undo'), desk.next('redo')]).toEqual([null, null])
    await desk.perform('шаг', moved(start, 'a', 3))
    const back = desk.next('undo')
    expect(back?.placements).toEqual({ a: place(1) })
    expect(back && touchedPages(desk.view().arranged, back)).toEqual([1, 3])
    await desk.undo()
    expect(desk.next('redo')?.placements).toEqual({ a: place(3) })
    desk.remember('правка текста', { undo: async () => success({}), redo: async () => success({}) })
    expect(desk.next('undo')).toBeNull()
  })

  it('takes a run of presses back as one, until something else is done in between', async () => {
    const { issue, desk } = open(start)
    const press = (page: number, run: string) => desk.perform('зона', moved(desk.view().arranged, 'a', page), run)
    await press(3, 'move 1 a')
    await press(4, 'move 1 a')
    await press(5, 'resize 1 a')
    await press(6, 'resize 1 a')
    await desk.undo()
    expect(issue.stored().placements.a?.page).toBe(4)
    await desk.redo()
    expect(issue.stored().placements.a?.page).toBe(6)
    await desk.undo()
    await desk.undo()
    expect(issue.stored()).toEqual(start)
    expect(desk.view()).toMatchObject({ undo: null, redo: 'зона' })
  })

  it('does not join a press to one whose place somebody else has changed since, nor to one that was refused', async () => {
    const { issue, desk } = open(start)
    const press = (page: number) => desk.perform('зона', moved(desk.view().arranged, 'a', page), 'move 1 a')
    await press(3)
    issue.change(moved(issue.stored(), 'a', 7))
    await desk.refresh()
    await press(8)
    await desk.undo()
    expect(issue.stored().placements.a?.page).toBe(7)
    await press(4)
    issue.disconnect()
    expect(await press(5)).toBe(false)
    expect(desk.view().arranged.placements.a?.page).toBe(4)
    expect(desk.view().undo).toBe('зона')
  })

  it('takes steps back one by one and does them again', async () => {
    const { issue, desk } = open(start)
    await desk.perform('первый', moved(desk.view().arranged, 'a', 3))
    await desk.perform('второй', moved(desk.view().arranged, 'b', 4))
    expect(desk.view()).toMatchObject({ undo: 'второй', redo: null })
    expect(await desk.undo()).toBe('второй')
    expect(await desk.undo()).toBe('первый')
    expect(issue.stored()).toEqual(start)
    expect(await desk.undo()).toBeNull()
    expect(await desk.redo()).toBe('первый')
    expect(issue.stored()).toEqual(moved(start, 'a', 3))
    await desk.perform('третий', moved(desk.view().arranged, 'a', 1))
    expect(desk.view()).toMatchObject({ undo: 'третий', redo: null })
  })

  it('steps that are made faster than they are stored follow one another', async () => {
    const { issue, desk } = open(start)
    await Promise.all([3, 4, 5].map((page) => desk.perform(`с. ${page}`, moved(desk.view().arranged, 'a', page))))
    expect(issue.stored().placements.a?.page).toBe(5)
    await Promise.all([desk.undo(), desk.undo()])
    expect(issue.stored().placements.a?.page).toBe(3)
  })

  it('steps that are made while the issue is read stay', async () => {
    const { issue, desk } = open(start)
    const read = desk.refresh()
    const done = desk.perform('шаг', moved(start, 'a', 3))
    await Promise.all([read, desk.refresh(), done, desk.refresh()])
    expect(desk.view()).toMatchObject({ arranged: issue.stored(), undo: 'шаг' })
    expect(issue.stored().placements.a?.page).toBe(3)
  })

  it('does not take back what somebody else has changed since: their work stays', async () => {
    const { issue, desk } = open(start)
    await desk.perform('мой шаг', moved(start, 'a', 3))
    const theirs = moved(issue.stored(), 'a', 6)
    issue.change(theirs)
    // Not heard of yet: the backend refuses.
    expect(await desk.undo()).toBeNull()
    expect(issue.stored()).toEqual(theirs)
    expect(desk.view().failure?.code).toBe('conflict')

    await desk.perform('ещё шаг', moved(desk.view().arranged, 'b', 5))
    issue.change(moved(issue.stored(), 'b', 7))
    await desk.refresh()
    // Heard of: the desk itself refuses.
    expect(await desk.undo()).toBeNull()
    expect(desk.view()).toMatchObject({ undo: null, failure: { what: 'ещё шаг' } })
    expect(issue.stored().placements.b?.page).toBe(7)
  })

  it('a step that was not stored is not shown and cannot be taken back', async () => {
    const { issue, desk } = open(start)
    issue.disconnect()
    expect(await desk.perform('шаг', moved(start, 'a', 3))).toBe(false)
    expect(desk.view()).toMatchObject({ arranged: start, undo: null, failure: { what: 'Нет связи.' } })
  })

  it('takes back what was done elsewhere in its turn', async () => {
    const { desk } = open(start)
    const texts: string[] = []
    await desk.perform('шаг', moved(start, 'a', 3))
    desk.remember('сокращение', {
      undo: async () => {
        texts.push('вернуть')
        return success({})
      },
      redo: async () => {
        texts.push('сократить')
        return success({})
      },
    })
    expect([await desk.undo(), await desk.redo(), await desk.undo(), await desk.undo()]).toEqual([
      'сокращение',
      'сокращение',
      'сокращение',
      'шаг',
    ])
    expect(texts).toEqual(['вернуть', 'сократить', 'вернуть'])
  })
})

describe('a step between two arrangements', () => {
  it('names only what differs, and leads there and back', () => {
    const after: Arranged = {
      placements: { a: place(1), c: place(4) },
      dummies: { '2': { template: null, zones: [] } },
    }
    const step = stepBetween(start, after)
    expect(step).toEqual({
      set: { placements: { b: null, c: place(4) }, dummies: { '2': { template: null, zones: [] } } },
      replaced: { placements: { b: place(2), c: null }, dummies: { '2': null } },
    })
    expect(step && withArrangement(start, step.set)).toEqual(after)
    expect(step && withArrangement(after, step.replaced)).toEqual(start)
    expect(stepBetween(start, start)).toBeNull()
  })
})
