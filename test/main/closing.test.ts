import { describe, expect, test } from 'vitest'
import { type ClosingParts, createClosing, patience } from '../../src/main/closing.ts'
import { failure } from '../../src/shared/api/result.ts'
import type { DesktopEvent } from '../../src/shared/desktop/events.ts'

type Reply = 'saves' | 'fails' | 'is silent'

/** A program of some windows, each of which answers as told; the last reply goes on. */
const program = (windows: Record<number, { replies: Reply[]; dead?: boolean }>, more: Partial<ClosingParts> = {}) => {
  const log: string[] = []
  const open = new Set(Object.keys(windows).map(Number))
  const timers = new Map<number, () => void>()
  let ids = 0
  const closing = createClosing({
    newId: () => {
      ids += 1
      return `r${ids}`
    },
    later: (milliseconds, callback) => {
      expect(milliseconds).toBe(patience)
      const id = timers.size
      timers.set(id, callback)
      return () => timers.delete(id)
    },
    askUnsaved: async (window, why) => {
      log.push(`asks ${window} ${why}`)
      return 'wait'
    },
    askCloseFailed: async () => 'stay',
    closeBackend: async () => {
      log.push('backend closed')
      return null
    },
    end: () => log.push('ended'),
    windows: () =>
      [...open].map((id) => ({
        id,
        isDead: () => windows[id]?.dead === true,
        tell: (event: DesktopEvent) => {
          if (event.type !== 'settle') return
          const replies = windows[id]?.replies ?? []
          const reply = replies.length > 1 ? replies.shift() : replies[0]
          log.push(`${id} ${reply}`)
          if (reply === 'is silent') queueMicrotask(() => [...timers.values()].at(-1)?.())
          else queueMicrotask(() => closing.settled(event.request, reply === 'saves'))
        },
        destroy: () => {
          open.delete(id)
          log.push(`${id} gone`)
        },
      })),
    ...more,
  })
  return { closing, log, timers }
}

describe('закрытие окна', () => {
  test('окно уходит, когда всё записано, и только оно', async () => {
    const { closing, log, timers } = program({ 1: { replies: ['saves'] }, 2: { replies: ['saves'] } })
    await closing.closeWindow(1)
    expect(log).toEqual(['1 saves', '1 gone'])
    expect(timers.size).toBe(0)
  })

  test('пока не записано, человека спрашивают снова и снова; «подождать» пробует ещё раз', async () => {
    const { closing, log } = program({ 1: { replies: ['fails', 'is silent', 'saves'] } })
    await closing.closeWindow(1)
    expect(log).toEqual(['1 fails', 'asks 1 failed', '1 is silent', 'asks 1 silent', '1 saves', '1 gone'])
  })

  test('«не закрывать» оставляет, «без последних правок» закрывает', async () => {
    const stay = program({ 1: { replies: ['fails'] } }, { askUnsaved: async () => 'stay' })
    await stay.closing.closeWindow(1)
    expect(stay.log).toEqual(['1 fails'])
    const discard = program({ 1: { replies: ['fails'] } }, { askUnsaved: async () => 'discard' })
    await discard.closing.closeWindow(1)
    expect(discard.log).toEqual(['1 fails', '1 gone'])
  })

  test('упавшее окно не спрашивают', async () => {
    const { closing, log } = program({ 1: { replies: ['is silent'], dead: true } })
    await closing.closeWindow(1)
    expect(log).toEqual(['1 gone'])
  })

  test('два нажатия — один вопрос', async () => {
    const { closing, log } = program({ 1: { replies: ['saves'] } })
    await Promise.all([closing.closeWindow(1), closing.closeWindow(1)])
    expect(log.filter((line) => line === '1 saves')).toHaveLength(1)
  })
})

describe('выход', () => {
  test('сначала окна, потом папка, потом конец; дважды — один раз', async () => {
    const { closing, log } = program({ 1: { replies: ['saves'] }, 2: { replies: ['saves'] } })
    await Promise.all([closing.quit(), closing.quit()])
    expect(log).toEqual(['1 saves', '2 saves', 'backend closed', '1 gone', '2 gone', 'ended'])
    expect(closing.isEnding()).toBe(true)
  })

  test('одно окно остаётся — остаётся и программа, и папка открыта', async () => {
    const { closing, log } = program({ 1: { replies: ['saves'] }, 2: { replies: ['fails'] } }, { askUnsaved: async () => 'stay' })
    await closing.quit()
    expect(log).toEqual(['1 saves', '2 fails'])
    expect(closing.isEnding()).toBe(false)
  })

  test('отказ диска при закрытии папки: человек решает', async () => {
    const broken = { closeBackend: async () => failure('diskFull', 'На диске нет места.') }
    const stay = program({ 1: { replies: ['saves'] } }, broken)
    await stay.closing.quit()
    expect(stay.log).toEqual(['1 saves'])
    const quit = program({ 1: { replies: ['saves'] } }, { ...broken, askCloseFailed: async () => 'quit' })
    await quit.closing.quit()
    expect(quit.log).toEqual(['1 saves', '1 gone', 'ended'])
  })

  test('перед другой папкой и сном сохраняют все окна; молчащее никого не держит, неудача слышна', async () => {
    const quiet = program({ 1: { replies: ['saves'] }, 2: { replies: ['is silent'] } })
    expect(await quiet.closing.saveAll()).toBe(true)
    const failed = program({ 1: { replies: ['saves'] }, 2: { replies: ['fails'] } })
    expect(await failed.closing.saveAll()).toBe(false)
  })
})
