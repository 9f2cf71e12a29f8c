import { failure, type Result } from '../../shared/api/result.ts'
import { worksAlone } from '../../shared/staff/staff.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'

const notHere = failure('forbidden', 'Не выбрано, кто пишет: материал можно читать и копировать, но не править.', {
  safe: 'Сохранённый текст остался прежним.',
  todo: 'Выберите себя в шапке справа.',
})

/** Is the article this person's: given to them, brought in by them, or taken up where it was given to nobody? */
const isTheirs = async ({ articles, workflow }: Newsroom, article: string, person: string): Promise<boolean> => {
  const people = articles.entry(article)?.assignment.people ?? []
  if (people.includes(person)) return true
  const steps = (await workflow.get(article))?.steps ?? []
  return steps.some(
    ({ action, person: by }) =>
      by === person && (action === 'create' || action === 'import' || (action === 'start' && people.length === 0)),
  )
}

/** Why a person is not one who may write in an article, whether their key is open or not; null when they are (rule W37). */
export const writerComplaint = async (
  newsroom: Newsroom,
  article: string,
  person: string | null,
): Promise<Result<never> | null> => {
  const staff = newsroom.staff()
  if (worksAlone(staff, person)) return null
  const member = staff.find(({ id, dismissedAt }) => id === person && dismissedAt === undefined)
  if (!member) return notHere
  if (member.roles.some((role) => role !== 'stringer') || (await isTheirs(newsroom, article, member.id))) return null
  return failure('forbidden', 'Внештатный автор пишет только в своих материалах, а этот поручен не ему.', {
    safe: 'Сохранённый текст остался прежним.',
    todo: 'Оставьте комментарий или попросите редактора поручить материал вам.',
  })
}

/**
 * Why a person may not write in an article now; null when they may. Asked for every few letters that somebody types: records are
 * read for those from outside alone.
 */
export const writingComplaint = async (
  newsroom: Newsroom,
  article: string,
  person: string | null,
): Promise<Result<never> | null> => {
  if (worksAlone(newsroom.staff(), person)) return null
  const held = rolesOf(newsroom, person)
  return held.ok ? writerComplaint(newsroom, article, person) : held
}
