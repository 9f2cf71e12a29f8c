import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Newsroom } from '../newsroom.ts'
import { doubted } from './outbox-row.ts'
import { publisherOf } from './publishers.ts'

const reason = 'Отправку приняла эта папка: вышла ли публикация из прежней, неизвестно. Проверьте канал.'

/**
 * Makes this folder the one that sends (rule O12). Everything not proven sent or given up becomes unknown before
 * anything is claimed, so that a crash on the way leaves sending paused.
 */
export const takeOverSending = async (newsroom: Newsroom, person: string | null): Promise<Result<{ unknown: number }>> => {
  // Who works here alone need not say who they are.
  const publisher = person === null ? success(null) : publisherOf(newsroom, person)
  if (!publisher.ok) return publisher
  const { outbox } = newsroom
  let unknown = 0
  const doubtAll = async (): Promise<ReadonlyMap<string, number>> => {
    const numbers = new Map<string, number>()
    for (const id of [...outbox.rows.all().keys()]) {
      const row = await outbox.change(id, (now) => {
        const decisions = Math.max(now.decisions, outbox.right.lastDecision(id)) + 1
        if (now.state === 'sent' || now.state === 'cancelled') return { ...now, decisions }
        return { ...doubted(now, now.state === 'unknown' ? (now.reason ?? reason) : reason), decisions }
      })
      numbers.set(id, row.decisions)
      if (row.state === 'unknown') unknown += 1
    }
    return numbers
  }
  return outbox.inTurn(async () => {
    if ((await outbox.right.pause(outbox.rows.all())) === null) return success({ unknown: 0 })
    const done = await outbox.right.exclusively(async () => {
      await outbox.right.takeOver(doubtAll)
      return true
    })
    if (!done)
      return failure('conflict', 'Сейчас эту редакцию отправляет другая копия программы.', {
        safe: 'Ничего не изменено.',
        todo: 'Подождите, пока она закончит, или закройте её и повторите.',
      })
    newsroom.emit({ type: 'changed', feature: 'publishing', id: null })
    return success({ unknown })
  })
}
