import { failure, type Result, success } from '../../shared/api/result.ts'
import { holdsRight } from '../../shared/staff/rights.ts'
import type { Role } from '../../shared/workflow/states.ts'
import type { Newsroom } from '../newsroom.ts'
import { signInComplaint } from '../staff/people.ts'

/** The staff member who asks, with their roles, when they may decide on deliveries (rule O4). */
export const publisherOf = (newsroom: Newsroom, person: string | null): Result<{ id: string; roles: readonly Role[] }> => {
  const members = newsroom.staff()
  const may = members.filter((member) => holdsRight('publish', member.roles))
  const todo = `Это могут: ${may.map((member) => member.name).join(', ')}.`
  const safe = 'Ничего не изменено.'
  if (person === null) return failure('forbidden', 'Не сказано, кто публикует.', { safe, todo })
  const member = members.find((candidate) => candidate.id === person)
  if (!member) return failure('forbidden', `Сотрудника «${person}» в редакции нет.`, { safe, todo })
  if (!may.includes(member))
    return failure('forbidden', `${member.name}: публикация в каналах не входит в права этого сотрудника.`, { safe, todo })
  return signInComplaint(newsroom.ledger, newsroom.keys, member.id) ?? success(member)
}
