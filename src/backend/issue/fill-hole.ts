import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Arrangement, PullAction } from '../../shared/issue/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { releasePulled } from '../publishing/hold-pulled.ts'
import { applyPlan, keepsSent } from '../signoff/guard-sent.ts'
import { actOn } from '../workflow/act.ts'

/** Puts a pulled story back as it was: its state, its place where that is still free, and its deliveries. */
export const putBack = async (
  newsroom: Newsroom,
  {
    issue: serial,
    article,
    action,
    replaced,
    held,
  }: {
    readonly issue: string
    readonly article: string
    readonly action: PullAction
    readonly replaced: Arrangement
    readonly held: readonly string[]
  },
  person: string | null,
): Promise<Result<Record<string, never>>> => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`, { safe: 'Ничего не изменено.' })
  const change = {
    places: new Map(Object.entries(replaced.placements)),
    dummies: new Map(Object.entries(replaced.dummies)),
    by: person,
  }
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  const acted = await actOn(newsroom, action === 'spike' ? 'restore' : 'resume', [article], person, '')
  if (!acted.ok) return acted
  await applyPlan(newsroom, serial, change)
  await releasePulled(newsroom, held)
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  return success({})
}

/** Puts another story into the place of one, with its zone, its order and its jump; the one before waits for another place. */
export const fillHole = async (
  newsroom: Newsroom,
  {
    issue: serial,
    place,
    article,
  }: { readonly issue: string; readonly place: Arrangement['placements']; readonly article: string },
  person: string | null,
): Promise<Result<Record<string, never>>> => {
  const issue = await newsroom.issues.get(serial)
  const [[former, placement] = []] = Object.entries(place)
  if (!issue || former === undefined || !placement)
    return failure('notFound', 'Такого места в номере нет.', { safe: 'Ничего не изменено.' })
  if (!newsroom.articles.has(article) || newsroom.issues.placeOf(article) !== null)
    return failure('conflict', 'Этот материал уже стоит в номере, или его нет.', {
      safe: 'Ничего не изменено.',
      todo: 'Выберите другой из неразмещённых.',
    })
  const places = new Map([[article, placement], ...(issue.placements[former] ? [[former, null] as const] : [])])
  const change = { places, by: person }
  const kept = await keepsSent(newsroom, issue, change)
  if (!kept.ok) return kept
  await applyPlan(newsroom, serial, change)
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  return success({})
}
